package io.tanlian.example.battery.service;

import static io.tanlian.contracts.sharing.GrantedPart.FIGURES;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.statement.Claim;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A stranger can neither draw a figure out of the exchange nor slip one in. */
@ExtendWith(OneExchange.class)
class WhatStrangersLearnTest {
  private final Participant owner;
  private final Participant stranger;
  private final String product = Footprints.newProduct();
  private final Participant.Published declared;

  WhatStrangersLearnTest(Exchange exchange) throws Exception {
    this.owner = exchange.newSupplier();
    this.stranger = exchange.newSupplier();
    this.declared = owner.publish(Footprints.of(owner.id(), product));
  }

  @Test
  void findings_about_a_declaration_follow_only_from_what_its_issuer_may_see() throws Exception {
    HttpResponse<String> answer = postOneOfItAsZero();
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(answer.body()).doesNotContain("2.25");

    owner.publish(Footprints.grant(stranger.id(), product, FIGURES));
    stranger.get("/v1/statements/" + Exchange.encoded(declared.id().value()));

    assertThat(postOneOfItAsZero().body()).contains("2.25");
  }

  @Test
  void a_declaration_of_anothers_product_does_not_enter_its_owners_footprint() throws Exception {
    stranger.publish(Footprints.of(stranger.id(), product, claim -> figures(claim, "99")));
    stranger.publish(Footprints.grant(owner.id(), product, FIGURES));

    JsonNode footprint =
        Exchange.json(owner.get("/v1/products/" + Exchange.encoded(product) + "/footprint"));
    assertThat(footprint.at("/perUnit/pcfExcludingBiogenicUptake").stringValue()).isEqualTo("2.25");
    assertThat(footprint.at("/pins/0/statement").stringValue()).isEqualTo(declared.id().value());
  }

  /** A product made of one kilogram of the owner's, with a footprint of nothing. */
  private HttpResponse<String> postOneOfItAsZero() throws Exception {
    Claim claim =
        Footprints.of(
            stranger.id(),
            Footprints.newProduct(),
            made -> {
              figures(made, "0");
              ArrayNode inputs = made.putArray("inputs");
              inputs
                  .addObject()
                  .put("product", product)
                  .put("direction", "in")
                  .put("amount", "1")
                  .put("unit", "kilogram")
                  .put("statement", declared.id().value());
            });
    return stranger.post(stranger.sign(new StatementId(UUID.randomUUID()), claim).format());
  }

  private static void figures(ObjectNode claim, String kgCO2e) {
    ObjectNode pcf = (ObjectNode) claim.at("/productFootprint/pcf");
    List.of("pcfExcludingBiogenicUptake", "pcfIncludingBiogenicUptake", "fossilGhgEmissions")
        .forEach(figure -> pcf.put(figure, kgCO2e));
    claim.putObject("directEmissions").put("fossilGhgEmissions", kgCO2e);
    claim.putArray("inputs");
  }
}
