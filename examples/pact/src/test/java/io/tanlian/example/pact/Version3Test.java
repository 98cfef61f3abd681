package io.tanlian.example.pact;

import static io.tanlian.example.pact.TestHost.json;
import static io.tanlian.example.pact.TestHost.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.cli.exchange.ClientLogin;
import io.tanlian.contracts.schema.Schemas;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a conformance tool asks of a host of PACT 3.0, mandatory and optional. */
@ExtendWith(OneTestHost.class)
class Version3Test {
  private static final String FIRST = "7ac7e571-0000-4000-8000-000000000001";
  private static final String DEPRECATED = "7ac7e576-0000-4000-8000-000000000006";
  private static final String TYPE = "org.wbcsd.pact.ProductFootprint.";

  private final TestHost host;

  Version3Test(TestHost host) {
    this.host = host;
  }

  @Test
  void a_token_is_given_for_good_credentials_only() throws Exception {
    assertThat(json(host.token(host.login())).path("token_type").stringValue())
        .isEqualToIgnoringCase("bearer");
    HttpResponse<String> refused = host.token(new ClientLogin("nobody", "wrong"));
    assertThat(refused.statusCode()).isIn(400, 401);
    assertThat(json(refused).path("error").stringValue()).isEqualTo("invalid_client");
  }

  @Test
  void every_footprint_is_listed_and_can_be_read_by_itself() throws Exception {
    List<JsonNode> all = host.footprints("/3/footprints");

    assertThat(all).hasSizeGreaterThanOrEqualTo(5);
    for (JsonNode footprint : all) {
      assertThat(Schemas.validate("PactProductFootprint", footprint)).isEmpty();
      HttpResponse<String> one = host.get("/3/footprints/" + footprint.path("id").stringValue());
      assertThat(one.statusCode()).isEqualTo(200);
      assertThat(json(one).path("data")).isEqualTo(footprint);
    }
  }

  @Test
  void pages_lead_through_all_footprints_by_absolute_links() throws Exception {
    List<JsonNode> all = host.footprints("/3/footprints");
    String target = "/3/footprints?limit=1";
    for (JsonNode expected : all) {
      HttpResponse<String> page = host.get(target);
      assertThat(json(page).path("data").valueStream()).containsExactly(expected);
      target =
          page.headers()
              .firstValue("Link")
              .map(link -> {
                assertThat(link).startsWith("<" + host.url() + "/").endsWith(">; rel=\"next\"");
                URI next = URI.create(link.substring(1, link.indexOf('>')));
                return next.getRawPath() + "?" + next.getRawQuery();
              })
              .orElse("");
    }
    assertThat(target).isEmpty();
  }

  @Test
  void a_bad_token_and_an_unknown_id_are_refused_in_pacts_words() throws Exception {
    for (String target : List.of("/3/footprints", "/3/footprints/" + FIRST)) {
      HttpResponse<String> refused = host.get(target, "very-invalid-access-token");
      assertThat(refused.statusCode()).isIn(400, 401);
      assertThat(json(refused).path("code").stringValue()).isEqualTo("BadRequest");
    }
    HttpResponse<String> missing = host.get("/3/footprints/" + new UUID(0, 0));
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(json(missing).path("code").stringValue()).isEqualTo("NotFound");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/auth/token", "/3/footprints", "/3/footprints/" + FIRST, "/3/events"})
  void nothing_is_answered_without_tls(String target) throws Exception {
    assertThat(host.plainStatus(target)).isEqualTo(400);
  }

  @Test
  void one_filter_leaves_what_it_names() throws Exception {
    JsonNode first = host.footprints("/3/footprints").getFirst();
    String product = first.at("/productIds/0").stringValue();
    String classification = first.at("/productClassifications/0").stringValue();
    String company = first.at("/companyIds/0").stringValue();

    assertThat(ids("productId", product)).containsExactly(FIRST);
    assertThat(ids("companyId", company)).hasSize(7);
    assertThat(ids("geography", "DE")).containsExactly(FIRST);
    assertThat(ids("geography", "de")).containsExactly(FIRST);
    assertThat(ids("geography", "Northern Europe")).hasSize(1);
    assertThat(ids("classification", classification)).containsExactly(FIRST);
    assertThat(ids("status", "Deprecated")).containsExactly(DEPRECATED);
    assertThat(ids("status", "active")).hasSize(6).doesNotContain(DEPRECATED);
  }

  @Test
  void several_filters_all_hold_and_one_given_twice_may_hold_either_way() throws Exception {
    JsonNode first = host.footprints("/3/footprints").getFirst();
    String product = first.at("/productIds/0").stringValue();
    String company = first.at("/companyIds/0").stringValue();

    assertThat(ids("status", "Active", "productId", product)).containsExactly(FIRST);
    assertThat(ids("status", "Deprecated", "productId", product)).isEmpty();
    assertThat(ids("companyId", company, "companyId", "urn:x:1", "companyId", "urn:x:2"))
        .hasSize(7);
    assertThat(ids("companyId", "urn:x:1", "companyId", "urn:x:2")).isEmpty();
  }

  @Test
  void filters_by_time_see_the_validity_and_where_none_is_stated_three_years_from_the_period()
      throws Exception {
    List<JsonNode> all = host.footprints("/3/footprints");
    for (JsonNode footprint : all) {
      Instant start = validityStart(footprint);
      Instant end = validityEnd(footprint);
      String id = footprint.path("id").stringValue();
      assertThat(ids("validOn", start.toString())).contains(id);
      assertThat(ids("validOn", end.toString())).contains(id);
      assertThat(ids("validOn", end.plusSeconds(1).toString())).doesNotContain(id);
      assertThat(ids("validAfter", start.minus(Duration.ofDays(1)).toString())).contains(id);
      assertThat(ids("validAfter", start.toString())).doesNotContain(id);
      assertThat(ids("validBefore", end.plus(Duration.ofDays(1)).toString())).contains(id);
      assertThat(ids("validBefore", start.toString())).doesNotContain(id);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "productId=urn:bogus:product:1",
        "companyId=urn:bogus:company:1",
        "geography=XX",
        "classification=urn:bogus:classification:1",
        "validOn=1900-01-01T00:00:00Z",
        "validAfter=2099-12-31T23:59:59Z",
        "validBefore=1900-01-01T00:00:00Z",
        "status=BogusStatus",
        "companyId=urn:bogus:company:1&productId=urn:bogus:product:1"
      })
  void what_nothing_matches_is_an_empty_list(String query) throws Exception {
    assertThat(host.footprints("/3/footprints?" + query)).isEmpty();
  }

  @Test
  void a_request_for_a_footprint_there_is_gets_it_at_the_tools_host() throws Exception {
    JsonNode first = host.footprints("/3/footprints").getFirst();
    String id = UUID.randomUUID() + "/13";

    HttpResponse<String> taken =
        host.post(
            "/3/events",
            host.event(
                TYPE + "RequestCreatedEvent.3",
                id,
                "{\"productId\":%s,\"comment\":\"Please send PCF data for this year.\"}"
                    .formatted(first.path("productIds"))));

    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
    ToolHost.Event answer = host.answerTo(id);
    assertThat(answer.path()).isEqualTo("/3/events");
    assertThat(answer.contentType()).startsWith("application/cloudevents+json");
    assertThat(answer.body().path("type").stringValue())
        .isEqualTo(TYPE + "RequestFulfilledEvent.3");
    assertThat(answer.body().path("specversion").stringValue()).isEqualTo("1.0");
    assertThat(answer.body().at("/data/pfs").valueStream()).containsExactly(first);
  }

  @Test
  void a_request_for_no_known_product_is_taken_and_then_rejected() throws Exception {
    String id = UUID.randomUUID() + "/14.B";

    HttpResponse<String> taken =
        host.post(
            "/3/events",
            host.event(TYPE + "RequestCreatedEvent.3", id, "{\"productId\":[\"urn:pact:null\"]}"));

    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
    ToolHost.Event answer = host.answerTo(id);
    assertThat(answer.path()).isEqualTo("/3/events");
    assertThat(answer.body().path("type").stringValue()).isEqualTo(TYPE + "RequestRejectedEvent.3");
    assertThat(answer.body().at("/data/error/code").stringValue()).isNotBlank();
    assertThat(answer.body().at("/data/error/message").stringValue()).isNotBlank();
  }

  @Test
  void a_published_event_is_taken_unless_its_ids_are_none_or_its_token_is_bad() throws Exception {
    String unknown = "{\"pfIds\":[\"3a6c14a7-4deb-498a-b5ea-16ce2535b576\"]}";

    assertThat(published(unknown).statusCode()).isEqualTo(200);
    assertThat(published("{\"pfIds\":[\"urn:gtin:4712345060507\"]}").statusCode()).isEqualTo(400);
    HttpResponse<String> refused =
        host.post(
            "/3/events",
            host.event(TYPE + "PublishedEvent.3", "16", unknown),
            "very-invalid-access-token");
    assertThat(refused.statusCode()).isIn(400, 401);
    assertThat(json(refused).path("code").stringValue()).isEqualTo("BadRequest");
  }

  private HttpResponse<String> published(String data) throws Exception {
    return host.post(
        "/3/events", host.event(TYPE + "PublishedEvent.3", UUID.randomUUID().toString(), data));
  }

  private List<String> ids(String... namesAndValues) throws Exception {
    return host.footprints("/3/footprints" + query(namesAndValues)).stream()
        .map(footprint -> footprint.path("id").stringValue())
        .toList();
  }

  private static Instant validityStart(JsonNode footprint) {
    JsonNode stated = footprint.path("validityPeriodStart");
    return Instant.parse(
        stated.isString()
            ? stated.stringValue()
            : footprint.at("/pcf/referencePeriodEnd").stringValue());
  }

  private static Instant validityEnd(JsonNode footprint) {
    JsonNode stated = footprint.path("validityPeriodEnd");
    return stated.isString()
        ? Instant.parse(stated.stringValue())
        : validityStart(footprint).atOffset(ZoneOffset.UTC).plusYears(3).toInstant();
  }
}
