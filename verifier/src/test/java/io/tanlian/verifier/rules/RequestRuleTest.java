package io.tanlian.verifier.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.pact.PactVersion;
import io.tanlian.contracts.pact.event.EventError;
import io.tanlian.contracts.request.FootprintRequested;
import io.tanlian.contracts.request.RequestAnswer;
import io.tanlian.contracts.request.RequestAnswered;
import io.tanlian.contracts.request.RequestDetails;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.stock.Market;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class RequestRuleTest {
  private final Market market = new Market();
  private final RequestDetails details =
      new RequestDetails(
          ParticipantId.parse("did:web:carmaker.example"),
          PactVersion.V3,
          "event-1234",
          "//carmaker.example/3/events",
          JsonNodeFactory.instance.objectNode());
  private final Claim request = new Claim.Requested(new FootprintRequested(details));
  private final StatementId id = FootprintRequested.idOf(details);

  @Test
  void a_request_and_its_answer_are_recorded_under_the_ids_that_follow_from_the_event() {
    assertThat(market.findings(market.world.operator, id, request)).isEmpty();
    market.append(market.world.operator, id, request);

    assertThat(
            market.findings(market.world.operator, RequestAnswered.idFor(id), answer("NotFound")))
        .isEmpty();
  }

  @Test
  void a_second_answer_would_need_an_id_that_stands_already() {
    market.append(market.world.operator, id, request);
    market.append(market.world.operator, RequestAnswered.idFor(id), answer("NotFound"));

    assertThat(
            market.findings(market.world.operator, RequestAnswered.idFor(id), answer("BadRequest")))
        .singleElement()
        .asString()
        .startsWith("statement.id-conflict /id: ");
    assertThat(market.findings(market.world.operator, answer("BadRequest")))
        .containsExactly(
            "statement.id-not-derived /id: The id is not the one that follows from the request");
  }

  @Test
  void a_request_under_another_id_could_be_recorded_twice_and_is_refused() {
    assertThat(market.findings(market.world.operator, request))
        .containsExactly(
            "statement.id-not-derived /id: The id is not the one that follows from the request");
  }

  @Test
  void what_is_answered_is_a_request_on_the_ledger() {
    assertThat(
            market.findings(market.world.operator, RequestAnswered.idFor(id), answer("NotFound")))
        .singleElement()
        .asString()
        .startsWith("reference.unknown /credentialSubject/request: ");
  }

  @Test
  void only_the_operator_records_requests() {
    assertThat(market.findings(market.seller, id, request))
        .singleElement()
        .asString()
        .startsWith("participant.role-missing /issuer: ");
  }

  private Claim answer(String code) {
    return new Claim.Answered(
        RequestAnswered.of(
            id, new RequestAnswer(null, List.of(), new EventError(code, "there is none"))));
  }
}
