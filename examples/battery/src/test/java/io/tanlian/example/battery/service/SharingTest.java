package io.tanlian.example.battery.service;

import static io.tanlian.contracts.sharing.GrantedPart.DIRECT_EMISSIONS;
import static io.tanlian.contracts.sharing.GrantedPart.FIGURES;
import static io.tanlian.contracts.sharing.GrantedPart.INPUTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.json.Base64Url;
import io.tanlian.contracts.sharing.GrantedPart;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.withdrawal.Withdrawal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A supplier's figures are seen by itself and by whom it granted them, part by part. */
@ExtendWith(OneExchange.class)
class SharingTest {
  private final Exchange exchange;
  private final Participant owner;
  private final Participant customer;
  private final String product = Footprints.newProduct();
  private final Claim declaration;
  private final Participant.Published declared;

  SharingTest(Exchange exchange) throws Exception {
    this.exchange = exchange;
    this.owner = exchange.newSupplier();
    this.customer = exchange.newSupplier();
    this.declaration = Footprints.of(owner.id(), product);
    this.declared = owner.publish(declaration);
  }

  @Test
  void without_a_grant_nothing_is_seen_but_what_the_ledger_shows_everybody() throws Exception {
    JsonNode held = held(customer);
    assertThat(held.path("disclosures").isEmpty()).isTrue();
    assertThat(held.path("complete").booleanValue()).isFalse();
    assertThat(held.path("jwt").stringValue()).isEqualTo(declared.signed().jwt());
    assertThat(held.path("receipt").stringValue()).isEqualTo(declared.receipt());
    assertThat(rollUp(customer).statusCode()).isEqualTo(404);
    assertThat(pact(customer).statusCode()).isEqualTo(403);
    assertThat(Exchange.json(pact(customer)).path("code").stringValue()).isEqualTo("AccessDenied");
    assertThat(listed(customer)).isEmpty();

    assertThat(listed(owner)).containsExactly(Footprints.idOf(declaration));
    assertThat(held(owner).path("complete").booleanValue()).isTrue();
    assertThat(rollUp(owner).statusCode()).isEqualTo(200);
  }

  @Test
  void a_footprint_nobody_declared_is_not_found() throws Exception {
    HttpResponse<String> answer = customer.get("/3/footprints/" + UUID.randomUUID());

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(Exchange.json(answer).path("code").stringValue()).isEqualTo("NotFound");
  }

  @Test
  void a_grant_opens_and_its_withdrawal_closes() throws Exception {
    Participant.Published grant = grant(Footprints.LATER, FIGURES, INPUTS, DIRECT_EMISSIONS);

    assertThat(held(customer).path("complete").booleanValue()).isTrue();
    assertThat(pact(customer).statusCode()).isEqualTo(200);
    assertThat(rollUp(customer).statusCode()).isEqualTo(200);
    assertThat(listed(customer)).containsExactly(Footprints.idOf(declaration));

    owner.publish(new Claim.Withdrawn(new Withdrawal(grant.id(), "The contract ended")));

    assertThat(held(customer).path("disclosures").isEmpty()).isTrue();
    assertThat(pact(customer).statusCode()).isEqualTo(403);
    assertThat(rollUp(customer).statusCode()).isEqualTo(404);
    assertThat(listed(customer)).isEmpty();
  }

  @Test
  void a_grant_that_has_ended_opens_nothing() throws Exception {
    grant(Instant.parse("2026-01-01T00:00:00Z"), FIGURES, INPUTS, DIRECT_EMISSIONS);

    assertThat(held(customer).path("disclosures").isEmpty()).isTrue();
    assertThat(pact(customer).statusCode()).isEqualTo(403);
    assertThat(listed(customer)).isEmpty();
  }

  @Test
  void figures_come_without_inputs_and_direct_emissions() throws Exception {
    grant(Footprints.LATER, FIGURES);

    String shown = disclosed(customer);
    assertThat(shown).contains("\"fossilGhgEmissions\",\"2.25\"").doesNotContain("1.25");
    assertThat(shown).doesNotContain("urn:example:electricity").doesNotContain("\"output\"");
    assertThat(pact(customer).statusCode()).isEqualTo(200);
  }

  @Test
  void inputs_come_without_figures_and_direct_emissions() throws Exception {
    grant(Footprints.LATER, INPUTS);

    String shown = disclosed(customer);
    assertThat(shown).contains("urn:example:electricity").contains("\"output\"");
    assertThat(shown).doesNotContain("2.25").doesNotContain("1.25");
    assertThat(pact(customer).statusCode()).isEqualTo(403);
    assertThat(listed(customer)).isEmpty();
  }

  @Test
  void direct_emissions_come_without_figures_and_inputs() throws Exception {
    grant(Footprints.LATER, DIRECT_EMISSIONS);

    String shown = disclosed(customer);
    assertThat(shown).contains("\"fossilGhgEmissions\",\"1.25\"");
    assertThat(shown).doesNotContain("2.25").doesNotContain("urn:example:electricity");
    assertThat(pact(customer).statusCode()).isEqualTo(403);
  }

  @Test
  void a_grant_to_one_shows_nothing_to_another() throws Exception {
    grant(Footprints.LATER, FIGURES, INPUTS, DIRECT_EMISSIONS);
    Participant other = exchange.newSupplier();

    assertThat(pact(other).statusCode()).isEqualTo(403);
    assertThat(rollUp(other).statusCode()).isEqualTo(404);
    assertThat(listed(other)).isEmpty();
  }

  private Participant.Published grant(Instant end, GrantedPart... parts) throws Exception {
    return owner.publish(Footprints.grantUntil(end, customer.id(), product, parts));
  }

  private JsonNode held(Participant reader) throws Exception {
    HttpResponse<String> answer = reader.get("/v1/statements/" + declared.id().value());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Exchange.json(answer);
  }

  private String disclosed(Participant reader) throws Exception {
    StringBuilder shown = new StringBuilder();
    for (JsonNode disclosure : held(reader).path("disclosures")) {
      shown.append(
          new String(
              Base64Url.decode(disclosure.stringValue()).orElseThrow(), StandardCharsets.UTF_8));
    }
    return shown.toString();
  }

  private HttpResponse<String> rollUp(Participant reader) throws Exception {
    return reader.get("/v1/products/" + Exchange.encoded(product) + "/footprint");
  }

  private HttpResponse<String> pact(Participant reader) throws Exception {
    return reader.get("/3/footprints/" + Footprints.idOf(declaration));
  }

  private static List<String> listed(Participant reader) throws Exception {
    List<String> ids = new ArrayList<>();
    for (JsonNode footprint : Exchange.json(reader.get("/3/footprints")).path("data")) {
      ids.add(footprint.path("id").stringValue());
    }
    return ids;
  }
}
