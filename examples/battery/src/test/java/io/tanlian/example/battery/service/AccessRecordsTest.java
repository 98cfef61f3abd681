package io.tanlian.example.battery.service;

import static io.tanlian.contracts.sharing.GrantedPart.DIRECT_EMISSIONS;
import static io.tanlian.contracts.sharing.GrantedPart.FIGURES;
import static io.tanlian.contracts.sharing.GrantedPart.INPUTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.statement.Claim;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** An owner can see who was shown its figures, when, by which path and by which grant. */
@ExtendWith(OneExchange.class)
class AccessRecordsTest {
  private final Participant owner;
  private final Participant customer;
  private final Participant stranger;
  private final String product = Footprints.newProduct();
  private final Claim declaration;
  private final Participant.Published declared;
  private final Participant.Published grant;

  AccessRecordsTest(Exchange exchange) throws Exception {
    this.owner = exchange.newSupplier();
    this.customer = exchange.newSupplier();
    this.stranger = exchange.newSupplier();
    this.declaration = Footprints.of(owner.id(), product);
    this.declared = owner.publish(declaration);
    this.grant =
        owner.publish(Footprints.grant(customer.id(), product, FIGURES, INPUTS, DIRECT_EMISSIONS));
  }

  @Test
  void every_path_that_shows_figures_is_recorded_with_what_it_showed() throws Exception {
    String id = Footprints.idOf(declaration);
    for (String path :
        List.of(
            "/3/footprints",
            "/3/footprints/" + id,
            "/2/footprints",
            "/2/footprints/" + id,
            "/v1/footprints/" + id + "/translation",
            "/v1/statements/" + declared.id().value(),
            "/v1/products/" + Exchange.encoded(product) + "/footprint")) {
      assertThat(customer.get(path).statusCode()).as(path).isEqualTo(200);
    }

    JsonNode accesses = accesses("");
    assertThat(accesses.valueStream().map(access -> access.path("path").stringValue()))
        .containsExactly(
            "/v1/products/{id}/footprint",
            "/v1/statements/{id}",
            "/v1/footprints/{id}/translation",
            "/2/footprints/{id}",
            "/2/footprints",
            "/3/footprints/{id}",
            "/3/footprints");
    for (JsonNode access : accesses) {
      boolean onlyFigures =
          !access.path("path").stringValue().matches("/v1/(products|statements).*");
      assertThat(access.path("reader").stringValue()).isEqualTo(customer.id().value());
      assertThat(access.path("statement").stringValue()).isEqualTo(declared.id().value());
      assertThat(access.path("footprint").stringValue()).isEqualTo(id);
      assertThat(access.path("grants").valueStream().map(JsonNode::stringValue))
          .containsExactly(grant.id().value());
      assertThat(access.path("parts").size()).isEqualTo(onlyFigures ? 1 : 3);
      assertThat(Instant.parse(access.path("at").stringValue()))
          .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
      assertThat(access.propertyNames())
          .containsExactlyInAnyOrder(
              "id", "at", "reader", "statement", "footprint", "parts", "path", "grants");
    }
  }

  @Test
  void what_was_not_shown_and_what_is_ones_own_is_not_recorded() throws Exception {
    String id = Footprints.idOf(declaration);
    owner.get("/3/footprints");
    owner.get("/3/footprints/" + id);
    stranger.get("/3/footprints");
    stranger.get("/3/footprints/" + id);
    stranger.get("/2/footprints/" + id);
    stranger.get("/v1/statements/" + declared.id().value());
    customer.get("/3/footprints?status=Deprecated");
    customer.get("/3/footprints?limit=0");

    assertThat(accesses("").isEmpty()).isTrue();
  }

  @Test
  void only_the_owner_sees_the_records() throws Exception {
    customer.get("/3/footprints");

    assertThat(accesses("").size()).isEqualTo(1);
    for (Participant other : List.of(customer, stranger)) {
      HttpResponse<String> answer = other.get("/v1/accesses");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).doesNotContain(declared.id().value());
    }
  }

  @Test
  void records_are_paged_from_the_newest_and_filtered() throws Exception {
    for (int i = 0; i < 3; i++) {
      customer.get("/3/footprints");
    }

    JsonNode first = Exchange.json(owner.get("/v1/accesses?limit=2"));
    assertThat(first.path("accesses").size()).isEqualTo(2);
    JsonNode second =
        Exchange.json(owner.get("/v1/accesses?limit=2&before=" + first.path("next").longValue()));
    assertThat(second.path("accesses").size()).isEqualTo(1);
    assertThat(second.has("next")).isFalse();
    assertThat(second.at("/accesses/0/id").longValue())
        .isLessThan(first.at("/accesses/1/id").longValue());

    assertThat(accesses("?reader=" + Exchange.encoded(customer.id().value())).size()).isEqualTo(3);
    assertThat(accesses("?reader=" + Exchange.encoded(stranger.id().value())).size()).isZero();
    assertThat(accesses("?statement=" + declared.id().value()).size()).isEqualTo(3);
    assertThat(accesses("?footprint=" + Footprints.idOf(declaration)).size()).isEqualTo(3);
    assertThat(accesses("?footprint=" + UUID.randomUUID()).size()).isZero();
    assertThat(accesses("?since=2026-01-01T00:00:00Z").size()).isEqualTo(3);
    assertThat(accesses("?until=2026-01-01T00:00:00Z").size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=1001",
        "limit=x",
        "before=x",
        "reader=nobody",
        "statement=1",
        "footprint=1",
        "since=yesterday"
      })
  void a_malformed_question_is_refused(String query) throws Exception {
    HttpResponse<String> answer = owner.get("/v1/accesses?" + query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(Exchange.json(answer).path("code").stringValue()).isEqualTo("request.invalid");
  }

  private JsonNode accesses(String query) throws Exception {
    HttpResponse<String> answer = owner.get("/v1/accesses" + query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Exchange.json(answer).path("accesses");
  }
}
