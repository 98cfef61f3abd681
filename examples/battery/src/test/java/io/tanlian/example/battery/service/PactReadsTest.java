package io.tanlian.example.battery.service;

import static io.tanlian.contracts.sharing.GrantedPart.FIGURES;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.schema.Schemas;
import io.tanlian.contracts.statement.Claim;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * The footprints of PACT v3: "ListFootprints" and "GetFootprint" of its technical specification.
 */
@ExtendWith(OneExchange.class)
class PactReadsTest {
  private static final Pattern NEXT = Pattern.compile("<(?<url>[^>]+)>; rel=\"next\"");

  private final Exchange exchange;
  private final Participant owner;

  PactReadsTest(Exchange exchange) throws Exception {
    this.exchange = exchange;
    this.owner = exchange.newSupplier();
  }

  @Test
  void a_footprint_is_read_as_it_was_declared() throws Exception {
    Claim declaration = publish();
    Participant customer = exchange.newSupplier();
    owner.publish(Footprints.grant(customer.id(), product(declaration), FIGURES));

    HttpResponse<String> answer = customer.get("/3/footprints/" + Footprints.idOf(declaration));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
    JsonNode body = Exchange.json(answer);
    assertThat(body.propertyNames()).containsExactly("data");
    assertThat(body.path("data")).isEqualTo(declaration.toJson().path("productFootprint"));
    assertThat(Schemas.validate("PactProductFootprint", body.path("data"))).isEmpty();
  }

  @Test
  void pages_of_two_walk_all_that_was_there_while_more_is_published() throws Exception {
    List<String> declared = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      declared.add(Footprints.idOf(publish()));
    }

    List<String> walked = new ArrayList<>();
    String page = "/3/footprints?limit=2";
    while (!page.isEmpty()) {
      HttpResponse<String> answer = owner.get(page);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      JsonNode data = Exchange.json(answer).path("data");
      assertThat(data.size()).isLessThanOrEqualTo(2);
      data.forEach(footprint -> walked.add(footprint.path("id").stringValue()));
      publish();
      page =
          answer
              .headers()
              .firstValue("Link")
              .map(PactReadsTest::next)
              .map(link -> {
                assertThat(link.getScheme()).isEqualTo("https");
                assertThat(link.getAuthority()).isEqualTo(exchange.url().getAuthority());
                return link.getRawPath() + "?" + link.getRawQuery();
              })
              .orElse("");
    }

    assertThat(walked).containsExactlyElementsOf(declared);
  }

  @Test
  void a_page_that_holds_the_last_footprint_links_to_no_other() throws Exception {
    publish();
    publish();

    HttpResponse<String> whole = owner.get("/3/footprints?limit=2");

    assertThat(Exchange.json(whole).path("data").size()).isEqualTo(2);
    assertThat(whole.headers().firstValue("Link")).isEmpty();
  }

  @Test
  void footprints_are_found_by_any_of_several_products_in_any_case() throws Exception {
    Claim first = publish();
    Claim second = publish();
    publish();

    assertThat(ids("?productId=" + Exchange.encoded(product(first).toUpperCase(Locale.ROOT))))
        .containsExactly(Footprints.idOf(first));
    assertThat(
            ids(
                "?productId="
                    + Exchange.encoded(product(first))
                    + "&productId="
                    + Exchange.encoded(product(second))))
        .containsExactly(Footprints.idOf(first), Footprints.idOf(second));
    assertThat(ids("?companyId=" + Exchange.encoded(owner.id().value()))).hasSize(3);
    assertThat(ids("?companyId=urn:example:nobody")).isEmpty();
  }

  @Test
  void a_parameter_that_would_have_no_effect_is_refused() throws Exception {
    HttpResponse<String> unknown = owner.get("/3/footprints?invoice=1");
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(Exchange.json(unknown).path("code").stringValue()).isEqualTo("BadRequest");
    assertThat(Exchange.json(unknown).path("message").stringValue()).contains("invoice");
    HttpResponse<String> extension = owner.get("/3/footprints?x-atq-invoice-id=12345");
    assertThat(extension.statusCode()).isEqualTo(400);
    assertThat(Exchange.json(extension).path("code").stringValue()).isEqualTo("NotImplemented");
  }

  @Test
  void none_are_asked_for_with_limit_0_and_at_most_a_thousand_with_more() throws Exception {
    publish();

    HttpResponse<String> none = owner.get("/3/footprints?limit=0");
    assertThat(none.statusCode()).isEqualTo(200);
    assertThat(Exchange.json(none).path("data").isEmpty()).isTrue();
    assertThat(none.headers().firstValue("Link"))
        .hasValueSatisfying(link -> assertThat(link).contains("limit=0").contains("after=-1"));
    assertThat(ids("?limit=100000000000")).hasSize(1);
  }

  @Test
  void a_link_keeps_the_filters_and_the_host_of_the_request() throws Exception {
    Claim first = publish();
    publish();
    String filters =
        "productId=" + Exchange.encoded(product(first)) + "&geography=Eastern%20Asia&geography=DE";

    HttpResponse<String> page = owner.get("/3/footprints?limit=0&" + filters);

    URI next = next(page.headers().firstValue("Link").orElseThrow());
    assertThat(next.getAuthority()).isEqualTo(exchange.url().getAuthority());
    assertThat(next.getRawQuery())
        .contains("productId=" + Exchange.encoded(product(first)))
        .contains("geography=Eastern%20Asia")
        .contains("geography=DE");
    assertThat(ids("?" + next.getRawQuery().replace("limit=0", "limit=5")))
        .containsExactly(Footprints.idOf(first));
  }

  @Test
  void a_page_shows_the_status_and_the_grants_of_its_tree_size() throws Exception {
    Claim old = publish();
    Claim other = publish();
    Participant customer = exchange.newSupplier();
    owner.publish(Footprints.grant(customer.id(), product(old), FIGURES));
    String link =
        next(customer.get("/3/footprints?limit=0").headers().firstValue("Link").orElseThrow())
            .getRawQuery()
            .replace("limit=0", "limit=9");

    String before = customer.get("/3/footprints?" + link).body();
    owner.publish(
        Footprints.of(
            owner.id(),
            product(old),
            claim ->
                claim
                    .withObject("/productFootprint")
                    .putArray("precedingPfIds")
                    .add(Footprints.idOf(old))));
    owner.publish(Footprints.grant(customer.id(), product(other), FIGURES));

    assertThat(customer.get("/3/footprints?" + link).body()).isEqualTo(before);
    JsonNode now = Exchange.json(customer.get("/3/footprints")).path("data");
    assertThat(now.size()).isEqualTo(3);
    assertThat(now.at("/0/status").stringValue()).isEqualTo("Deprecated");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/3/footprints?limit=x",
        "/3/footprints?limit=-1",
        "/3/footprints?validOn=yesterday",
        "/3/footprints?validAfter=2026-02-30T00:00:00Z",
        "/3/footprints?after=9223372036854775808",
        "/3/footprints?asOf=999999999",
        "/3/footprints/not-a-uuid"
      })
  void a_malformed_request_is_a_bad_request(String path) throws Exception {
    HttpResponse<String> answer = owner.get(path);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(Exchange.json(answer).path("code").stringValue()).isEqualTo("BadRequest");
  }

  @Test
  void a_footprint_that_was_superseded_is_deprecated() throws Exception {
    Claim old = publish();
    Claim renewed =
        Footprints.of(
            owner.id(),
            product(old),
            claim ->
                claim
                    .withObject("/productFootprint")
                    .putArray("precedingPfIds")
                    .add(Footprints.idOf(old)));
    owner.publish(renewed);

    assertThat(status(old)).isEqualTo("Deprecated");
    assertThat(status(renewed)).isEqualTo("Active");
  }

  private Claim publish() throws Exception {
    Claim declaration = Footprints.of(owner.id(), Footprints.newProduct());
    owner.publish(declaration);
    return declaration;
  }

  private String status(Claim declaration) throws Exception {
    return Exchange.json(owner.get("/3/footprints/" + Footprints.idOf(declaration)))
        .at("/data/status")
        .stringValue();
  }

  private List<String> ids(String query) throws Exception {
    HttpResponse<String> answer = owner.get("/3/footprints" + query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    List<String> ids = new ArrayList<>();
    Exchange.json(answer).path("data").forEach(one -> ids.add(one.path("id").stringValue()));
    return ids;
  }

  private static String product(Claim declaration) {
    return declaration.toJson().at("/productFootprint/productIds/0").stringValue();
  }

  private static URI next(String link) {
    Matcher next = NEXT.matcher(link);
    assertThat(next.matches()).as(link).isTrue();
    return URI.create(Optional.ofNullable(next.group("url")).orElseThrow());
  }
}
