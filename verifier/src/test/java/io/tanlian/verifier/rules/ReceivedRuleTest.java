package io.tanlian.verifier.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.pact.v3.ProductFootprint;
import io.tanlian.contracts.received.FootprintReceived;
import io.tanlian.contracts.received.ReceivedFootprint;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.footprint.activity.Activity;
import io.tanlian.verifier.DeclarationText;
import io.tanlian.verifier.lineage.Activities;
import io.tanlian.verifier.stock.Market;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceivedRuleTest {
  private static final String UNSIGNED =
      "footprint.unsigned /credentialSubject/received: The footprint was received unsigned: only"
          + " that it came is proved";

  private final Market market = new Market();
  private final ProductFootprint footprint = footprint();
  private final ReceivedFootprint received = received("https://supplier.example", "ab");
  private final StatementId id = FootprintReceived.idOf(received);

  @Test
  void it_is_recorded_under_the_id_that_follows_from_it_and_everybody_is_warned() {
    assertThat(market.findings(market.world.operator, id, claim(received)))
        .containsExactly(UNSIGNED);
  }

  @Test
  void the_same_bytes_from_the_same_host_are_recorded_once() {
    market.append(market.world.operator, id, claim(received));

    assertThat(market.findings(market.world.operator, id, claim(received)))
        .anyMatch(words -> words.startsWith("statement.id-conflict /id: "));
    for (ReceivedFootprint other :
        List.of(
            received("https://supplier.example", "cd"), received("https://other.example", "ab"))) {
      assertThat(
              market.findings(market.world.operator, FootprintReceived.idOf(other), claim(other)))
          .containsExactly(UNSIGNED);
    }
  }

  @Test
  void another_id_could_record_it_twice_and_is_refused() {
    assertThat(market.findings(market.world.operator, claim(received)))
        .containsExactly(
            UNSIGNED,
            "statement.id-not-derived /id: The id is not the one that follows from what was"
                + " received");
  }

  @Test
  void only_the_operator_records_what_was_received() {
    assertThat(market.findings(market.seller, id, claim(received)))
        .anyMatch(words -> words.startsWith("participant.role-missing /issuer: "));
  }

  @Test
  void the_newest_counts_as_a_leaf_with_its_figures() {
    market.append(market.world.operator, id, claim(received));
    ReceivedFootprint later = received("https://supplier.example", "cd");
    market.append(market.world.operator, FootprintReceived.idOf(later), claim(later));

    List<Activity> activities = Activities.all(market.world.state(), _ -> "0".repeat(64));

    assertThat(activities)
        .filteredOn(activity ->
            activity.products().contains(Activities.canonical(footprint.productIds().getFirst())))
        .singleElement()
        .satisfies(activity -> {
          assertThat(activity.pin().statement()).isEqualTo(FootprintReceived.idOf(later));
          assertThat(activity.recipe()).isEmpty();
          assertThat(activity.declared().excludingUptake())
              .hasValueSatisfying(kilograms -> assertThat(kilograms).isEqualByComparingTo("10"));
        });
  }

  private static ProductFootprint footprint() {
    return DeclarationText.cathode(ParticipantId.parse("urn:lei:506700GE1G29325QX363")).claim()
            instanceof Claim.Declared(var declaration)
        ? declaration.footprint()
        : fail("no declaration");
  }

  private ReceivedFootprint received(String host, String byteInHex) {
    return new ReceivedFootprint(
        ParticipantId.parse("did:web:carmaker.example"),
        host,
        Instant.parse("2026-11-22T10:00:00Z"),
        byteInHex.repeat(32),
        "3.0.0",
        footprint);
  }

  private static Claim claim(ReceivedFootprint received) {
    return new Claim.Received(new FootprintReceived(received));
  }
}
