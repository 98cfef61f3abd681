package io.tanlian.verifier.rules;

import static io.tanlian.verifier.stock.Batches.SEGREGATED;
import static io.tanlian.verifier.stock.Batches.old;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.key.CompactJws;
import io.tanlian.contracts.material.BatchSource;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.statement.SignedStatement;
import io.tanlian.contracts.statement.StatementReader;
import io.tanlian.verifier.World;
import io.tanlian.verifier.stock.Batches;
import io.tanlian.verifier.stock.Market;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class OpenRuleTest {
  private static final String DIGEST = "X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0";

  private final Market market = new Market();
  private final World world = market.world;

  /** No schema is checked of what is not complete, so anything may be missing from it. */
  @Test
  void what_moves_material_conceals_nothing() {
    assertThat(world.judge(concealing(collected())))
        .extracting(finding -> finding.severity() + " " + finding.problem().code().code())
        .containsExactly("ERROR disclosure.withheld");
    assertThat(world.judge(collected())).isEmpty();
  }

  @Test
  void an_exchange_that_appends_it_all_the_same_moves_nothing_by_it() {
    var read = world.force(concealing(collected()));

    assertThat(world.state().holding(read.statement().id())).isEmpty();
  }

  @Test
  void nor_does_a_grant_or_any_other_type_but_footprints_and_requests_for_them() {
    assertThat(world.judge(concealing(world.grant(market.seller, market.buyer))))
        .extracting(finding -> finding.problem().pointer() + ": " + finding.problem().detail())
        .containsExactly("/credentialSubject: A Grant conceals something here");
  }

  private SignedStatement collected() {
    return world.sign(
        market.seller,
        Market.begun(BatchSource.COLLECTED, SEGREGATED, Batches.waste("w", "10", old("Ni", "5"))));
  }

  /** The same, with the digest of something that is nowhere. */
  private SignedStatement concealing(SignedStatement open) {
    ObjectNode payload = payload(open);
    payload.withObject("/credentialSubject").putArray("_sd").add(DIGEST);
    return new SignedStatement(
        CompactJws.sign(StatementReader.TYPE, payload, market.seller.key()), List.of());
  }

  private static ObjectNode payload(SignedStatement open) {
    return switch (CompactJws.parse(open.jwt())) {
      case Outcome.Accepted<CompactJws>(CompactJws jws) -> jws.payload();
      case Outcome.Refused<CompactJws>(var problems) -> throw new AssertionError(problems);
    };
  }
}
