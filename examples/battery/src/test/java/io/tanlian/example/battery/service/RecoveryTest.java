package io.tanlian.example.battery.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.example.battery.chain.Chain;
import io.tanlian.example.battery.statement.ChainStatements;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a recycler declares is for everybody to see, and must hold what its formulas say. */
@ExtendWith(OneExchange.class)
class RecoveryTest {
  private final Participant recycler;
  private final Participant stranger;

  RecoveryTest(Exchange exchange) throws Exception {
    this.recycler = exchange.newSupplier();
    this.stranger = exchange.newSupplier();
  }

  @Test
  void every_participant_reads_the_masses_of_a_recovery_without_a_grant() throws Exception {
    Participant.Published published = recycler.publish(metallurgical());
    JsonNode held = Exchange.json(stranger.get("/v1/statements/" + published.id().value()));
    assertThat(held.path("type").stringValue()).isEqualTo("RecoveryDeclaration");
    assertThat(held.path("complete").booleanValue()).isTrue();
    assertThat(held.path("jwt").stringValue()).isEqualTo(published.signed().jwt());
  }

  @Test
  void a_salt_that_cannot_hold_its_metal_is_refused_with_its_place() throws Exception {
    HttpResponse<String> answer = post(with(lot -> lot.put("mass", "15000")));
    assertThat(answer.statusCode()).isEqualTo(422);
    JsonNode problem = Exchange.json(answer);
    assertThat(problem.path("code").stringValue()).isEqualTo("material.composition-mismatch");
    assertThat(problem.at("/errors/0/pointer").stringValue())
        .isEqualTo("/credentialSubject/recovered/0/contents");
  }

  @Test
  void more_metal_than_went_in_is_refused() throws Exception {
    HttpResponse<String> answer =
        post(
            with(lot -> {
              lot.remove("compound");
              lot.remove("purity");
              ((ObjectNode) lot.at("/contents/0")).put("mass", "4000");
            }));
    assertThat(answer.statusCode()).isEqualTo(422);
    JsonNode problem = Exchange.json(answer);
    assertThat(problem.path("code").stringValue()).isEqualTo("material.exceeds-input");
    assertThat(problem.at("/errors/0/detail").stringValue())
        .isEqualTo("4000 kg of postConsumer Li come out, 3940.000 kg went in");
  }

  private HttpResponse<String> post(Claim claim) throws Exception {
    return recycler.post(recycler.sign(new StatementId(UUID.randomUUID()), claim).format());
  }

  /** The demo's second recycler: black mass to salts. */
  private static Claim.Recovered metallurgical() {
    return (Claim.Recovered) ChainStatements.recoveries(Chain.read()).getLast().claim();
  }

  /** The same with another first lot: lithium carbonate. */
  private static Claim with(Consumer<ObjectNode> change) {
    ObjectNode json = metallurgical().toJson();
    change.accept((ObjectNode) json.at("/recovered/0"));
    return switch (Claim.parse(Claim.Recovered.TYPE, json)) {
      case Outcome.Accepted<Claim>(Claim claim) -> claim;
      case Outcome.Refused<Claim>(var problems) -> throw new AssertionError(problems);
    };
  }
}
