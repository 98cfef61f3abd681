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

  @ParameterizedTest
  @ValueSource(strings = {"geography=CN", "status=Active", "validOn=2026-01-01T00:00:00Z", "x=1"})
  void a_filter_that_is_not_known_is_not_implemented(String filter) throws Exception {
    HttpResponse<String> answer = owner.get("/3/footprints?" + filter);

    assertThat(answer.statusCode()).isEqualTo(501);
    assertThat(Exchange.json(answer).path("code").stringValue()).isEqualTo("NotImplemented");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/3/footprints?limit=x",
        "/3/footprints?limit=-1",
        "/3/footprints?limit=1001",
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
