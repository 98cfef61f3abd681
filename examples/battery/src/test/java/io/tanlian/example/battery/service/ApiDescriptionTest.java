package io.tanlian.example.battery.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The service describes itself: OpenAPI for its paths, OpenID discovery for its tokens. */
@ExtendWith(OneExchange.class)
class ApiDescriptionTest {
  private static final Set<String> PUBLIC_PATHS =
      Set.of(
          "/checkpoint",
          "/checkpoint/witnessed",
          "/v1/log",
          "/schemas/{name}/1.json",
          "/auth/token");

  private final Exchange exchange;

  ApiDescriptionTest(Exchange exchange) {
    this.exchange = exchange;
  }

  @Test
  void every_path_is_described() throws Exception {
    assertThat(document().path("paths").propertyNames())
        .containsExactlyInAnyOrder(
            "/auth/token",
            "/v1/statements",
            "/v1/statements/{id}",
            "/v1/products/{id}/footprint",
            "/v1/batches",
            "/v1/trace",
            "/v1/recall",
            "/v1/accounts",
            "/v1/offers",
            "/v1/recycled-content/{claim}",
            "/v1/renewable-electricity/{claim}",
            "/v1/certificates",
            "/v1/rule-packs",
            "/v1/clients",
            "/v1/clients/{id}",
            "/v1/clients/{id}/rotation",
            "/v1/connections",
            "/v1/connections/{id}",
            "/v1/connections/{id}/credentials",
            "/v1/connections/{id}/fetch",
            "/v1/connections/{id}/requests",
            "/v1/connections/{id}/requests/{request}",
            "/v1/received",
            "/v1/deliveries",
            "/v1/deliveries/{id}/redelivery",
            "/v1/log",
            "/checkpoint",
            "/checkpoint/witnessed",
            "/tile/{level}/{index}",
            "/tile/entries/{index}",
            "/schemas/{name}/1.json",
            "/v1/requests",
            "/v1/requests/sent",
            "/v1/requests/{id}/fulfilment",
            "/v1/requests/{id}/rejection",
            "/2/events",
            "/3/events",
            "/v1/accesses",
            "/v1/footprints/{id}/translation",
            "/2/footprints",
            "/2/footprints/{id}",
            "/3/footprints",
            "/3/footprints/{id}");
  }

  @Test
  void every_operation_has_a_summary_and_says_what_it_answers_and_how_it_refuses()
      throws Exception {
    JsonNode paths = document().path("paths");
    for (String path : paths.propertyNames()) {
      for (String method : paths.path(path).propertyNames()) {
        JsonNode operation = paths.path(path).path(method);
        JsonNode responses = operation.path("responses");
        assertThat(operation.path("summary").stringValue("")).as(path).isNotBlank();
        assertThat(responses.propertyNames()).as(path).anyMatch(status -> status.startsWith("2"));
        for (String status : responses.propertyNames()) {
          if (status.startsWith("2")) {
            assertThat(responses.path(status).path("content").propertyNames())
                .as(path + " " + status)
                .hasSize(path.endsWith("/events") || status.equals("204") ? 0 : 1)
                .doesNotContain("*/*");
          }
        }
        if (!path.equals("/auth/token")) {
          assertThat(responses.at("/default/content").propertyNames())
              .as(path)
              .containsExactly(
                  path.matches("/[23]/.*") ? "application/json" : "application/problem+json");
        }
        assertThat(operation.path("security").isEmpty())
            .as(path)
            .isEqualTo(PUBLIC_PATHS.contains(path));
        for (JsonNode parameter : operation.path("parameters")) {
          assertThat(parameter.path("name").stringValue()).as(path).isNotEqualTo("caller");
        }
      }
    }
  }

  @Test
  void a_statement_is_posted_in_its_own_media_type() throws Exception {
    assertThat(document().at("/paths/~1v1~1statements/post/requestBody/content").propertyNames())
        .containsExactly("application/vc+sd-jwt");
  }

  @Test
  void callers_sign_in_with_client_credentials_at_the_token_url() throws Exception {
    JsonNode schemes = document().at("/components/securitySchemes");

    assertThat(schemes.size()).isEqualTo(1);
    assertThat(schemes.at("/clientCredentials/type").stringValue()).isEqualTo("oauth2");
    assertThat(schemes.at("/clientCredentials/flows/clientCredentials/tokenUrl").stringValue())
        .isEqualTo(exchange.url() + "/auth/token");
  }

  @Test
  void every_schema_referred_to_is_there() throws Exception {
    JsonNode document = document();
    for (JsonNode reference : document.findValues("$ref")) {
      assertThat(document.at(reference.stringValue().substring(1)).isMissingNode())
          .as(reference.stringValue())
          .isFalse();
    }
  }

  @Test
  void discovery_names_the_token_endpoint_and_its_key() throws Exception {
    JsonNode discovery = Exchange.json(exchange.get("/.well-known/openid-configuration"));

    assertThat(discovery.path("issuer").stringValue()).isEqualTo(exchange.url().toString());
    assertThat(discovery.path("token_endpoint").stringValue())
        .isEqualTo(exchange.url() + "/auth/token");
  }

  private JsonNode document() throws Exception {
    HttpResponse<String> answer = exchange.get("/v3/api-docs");
    assertThat(answer.statusCode()).isEqualTo(200);
    return Exchange.json(answer);
  }
}
