package io.tanlian.example.pact;

import static io.tanlian.example.pact.TestHost.json;
import static io.tanlian.example.pact.TestHost.query;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.tanlian.contracts.schema.Schemas;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a conformance tool asks of a host of PACT 2.0, 2.1, 2.2 and 2.3, mandatory and optional. */
@ExtendWith(OneTestHost.class)
class Version2Test {
  private static final String FIRST = "7ac7e571-0000-4000-8000-000000000001";
  private static final String REQUEST = "org.wbcsd.pathfinder.ProductFootprintRequest.";
  private static final String PUBLISHED = "org.wbcsd.pathfinder.ProductFootprint.Published.v1";

  private final TestHost host;

  Version2Test(TestHost host) {
    this.host = host;
  }

  @Test
  void every_footprint_has_the_form_of_every_version_2() throws Exception {
    Schema older = schemaOf20To22();
    List<JsonNode> all = host.footprints("/2/footprints");

    assertThat(all).hasSize(7);
    for (JsonNode footprint : all) {
      assertThat(older.validate(footprint)).isEmpty();
      assertThat(Schemas.validate("PactProductFootprintV2", footprint)).isEmpty();
      HttpResponse<String> one = host.get("/2/footprints/" + footprint.path("id").stringValue());
      assertThat(one.statusCode()).isEqualTo(200);
      assertThat(json(one).path("data")).isEqualTo(footprint);
    }
  }

  @Test
  void the_schema_of_the_older_versions_refuses_what_they_do_not_know() throws Exception {
    String good = host.get("/2/footprints/" + FIRST).body();
    Schema older = schemaOf20To22();

    assertThat(older.validate(data(good))).isEmpty();
    assertThat(older.validate(data(good.replace("\"kilogram\"", "\"hour\"")))).isNotEmpty();
    assertThat(older.validate(data(good.replace("crossSectoralStandardsUsed", "x")))).isNotEmpty();
    assertThat(older.validate(data(good.replace("\"8.25\"", "8.25")))).isNotEmpty();
  }

  @Test
  void pages_are_linked() throws Exception {
    HttpResponse<String> page = host.get("/2/footprints?limit=1");

    assertThat(json(page).path("data").size()).isEqualTo(1);
    String link = page.headers().firstValue("Link").orElseThrow();
    String next = link.substring(1 + host.url().toString().length(), link.indexOf('>'));
    assertThat(host.footprints(next)).hasSize(1);
  }

  @Test
  void footprints_are_filtered_by_their_creation_with_quotes_and_without() throws Exception {
    String created = json(host.get("/2/footprints/" + FIRST)).at("/data/created").stringValue();

    for (String time : List.of("'" + created + "'", created)) {
      assertThat(host.footprints("/2/footprints" + query("$filter", "created ge " + time)))
          .isNotEmpty()
          .allSatisfy(footprint ->
              assertThat(Instant.parse(footprint.path("created").stringValue()))
                  .isAfterOrEqualTo(Instant.parse(created)));
      assertThat(host.footprints("/2/footprints" + query("$filter", "created lt " + time)))
          .isEmpty();
    }
  }

  @Test
  void a_bad_token_and_an_unknown_id_are_refused_in_pacts_words() throws Exception {
    for (String target : List.of("/2/footprints", "/2/footprints/" + FIRST)) {
      HttpResponse<String> refused = host.get(target, "very-invalid-access-token");
      assertThat(refused.statusCode()).isIn(400, 401);
      assertThat(json(refused).path("code").stringValue()).isEqualTo("BadRequest");
    }
    HttpResponse<String> missing = host.get("/2/footprints/" + new UUID(0, 0));
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(json(missing).path("code").stringValue()).isEqualTo("NoSuchFootprint");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/2/footprints", "/2/footprints/" + FIRST, "/2/events"})
  void nothing_is_answered_without_tls(String target) throws Exception {
    assertThat(host.plainStatus(target)).isEqualTo(400);
  }

  @Test
  void a_request_for_a_footprint_there_is_gets_it_in_version_2() throws Exception {
    JsonNode first = host.footprints("/2/footprints").getFirst();
    String id = UUID.randomUUID() + "/13";

    HttpResponse<String> taken =
        host.post(
            "/2/events",
            host.event(
                REQUEST + "Created.v1",
                id,
                "{\"pf\":{\"productIds\":%s},\"comment\":\"Please send PCF data for this year.\"}"
                    .formatted(first.path("productIds"))));

    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
    ToolHost.Event answer = host.answerTo(id);
    assertThat(answer.path()).isEqualTo("/2/events");
    assertThat(answer.body().path("type").stringValue()).isEqualTo(REQUEST + "Fulfilled.v1");
    assertThat(answer.body().at("/data/pfs").valueStream()).containsExactly(first);
  }

  @Test
  void a_request_for_no_known_product_is_taken_and_then_rejected() throws Exception {
    String id = UUID.randomUUID() + "/14.B";

    HttpResponse<String> taken =
        host.post(
            "/2/events",
            host.event(
                REQUEST + "Created.v1", id, "{\"pf\":{\"productIds\":[\"urn:pact:null\"]}}"));

    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
    ToolHost.Event answer = host.answerTo(id);
    assertThat(answer.path()).isEqualTo("/2/events");
    assertThat(answer.body().path("type").stringValue()).isEqualTo(REQUEST + "Rejected.v1");
    assertThat(answer.body().at("/data/error/code").stringValue()).isNotBlank();
    assertThat(answer.body().at("/data/error/message").stringValue()).isNotBlank();
  }

  @Test
  void a_published_event_is_taken_unless_its_ids_are_none_or_its_token_is_bad() throws Exception {
    String unknown = "{\"pfIds\":[\"3a6c14a7-4deb-498a-b5ea-16ce2535b576\"]}";

    assertThat(host.post("/2/events", host.event(PUBLISHED, "15", unknown)).statusCode())
        .isEqualTo(200);
    assertThat(
            host.post(
                    "/2/events",
                    host.event(PUBLISHED, "21", "{\"pfIds\":[\"urn:gtin:4712345060507\"]}"))
                .statusCode())
        .isEqualTo(400);
    HttpResponse<String> refused =
        host.post("/2/events", host.event(PUBLISHED, "16", unknown), "very-invalid-access-token");
    assertThat(refused.statusCode()).isIn(400, 401);
    assertThat(json(refused).path("code").stringValue()).isEqualTo("BadRequest");
  }

  private static JsonNode data(String answer) {
    return JsonMapper.shared().readTree(answer).path("data");
  }

  private static Schema schemaOf20To22() throws Exception {
    try (InputStream text =
        Objects.requireNonNull(
            Version2Test.class.getResourceAsStream("footprint-2.0-to-2.2.json"))) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text);
    }
  }
}
