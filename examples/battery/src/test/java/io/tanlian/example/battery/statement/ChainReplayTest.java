package io.tanlian.example.battery.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.problem.ProblemCode;
import io.tanlian.contracts.statement.ReadStatement;
import io.tanlian.contracts.statement.SignedStatement;
import io.tanlian.contracts.statement.StatementReader;
import io.tanlian.example.battery.chain.Chain;
import io.tanlian.example.battery.chain.KnownAnswers;
import io.tanlian.example.battery.chain.Product;
import io.tanlian.example.battery.chain.Scenario;
import io.tanlian.example.battery.key.ChainKeys;
import io.tanlian.footprint.activity.Activity;
import io.tanlian.footprint.network.SupplyNetwork;
import io.tanlian.footprint.rollup.Calculator;
import io.tanlian.footprint.rollup.RollUp;
import io.tanlian.footprint.rollup.TreeLimits;
import io.tanlian.verifier.Finding;
import io.tanlian.verifier.Severity;
import io.tanlian.verifier.lineage.Activities;
import io.tanlian.verifier.rules.Context;
import io.tanlian.verifier.rules.StatementVerifier;
import io.tanlian.verifier.state.LedgerState;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole chain, signed, judged and replayed as a ledger would. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChainReplayTest {
  private static final String ORIGIN = "log.example/tanlian-demo";
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final BigDecimal PACK_KWH = BigDecimal.valueOf(80);

  private final Chain chain = Chain.read();
  private final SecureRandom random = new SecureRandom();
  private final List<Judged> judged = new ArrayList<>();
  private LedgerState state = LedgerState.EMPTY;

  /** A statement and what the verifier found in it. */
  private record Judged(Prepared prepared, List<Finding> findings) {}

  @BeforeAll
  void replay(@TempDir Path directory) {
    ChainKeys keys = ChainKeys.in(directory, chain.companies(), random);
    ChainStatements statements = new ChainStatements(chain, keys, ORIGIN, Year.of(2026));
    List<Prepared> all = new ArrayList<>(statements.admission(chain.company("operator")));
    all.addAll(statements.inOrder());
    for (Prepared prepared : all) {
      SignedStatement signed = accepted(statements.sign(prepared, NOW, random));
      ReadStatement read = accepted(StatementReader.read(signed));
      long index = judged.size();
      judged.add(
          new Judged(
              prepared, StatementVerifier.judge(read, state, new Context(ORIGIN, NOW, index))));
      state = state.evolve(index, read);
    }
  }

  @Test
  void the_verifier_finds_no_errors_and_nothing_to_warn_of() {
    assertThat(judged).hasSizeGreaterThan(80);
    assertThat(judged)
        .allSatisfy(each ->
            assertThat(each.findings())
                .as(each.prepared().title())
                .allMatch(finding -> finding.severity() == Severity.INFO));
  }

  @Test
  void only_the_recycler_s_salts_cannot_be_judged_alone_because_the_loop_closes_in_them() {
    assertThat(judged.stream().filter(each -> !each.findings().isEmpty()))
        .hasSize(4)
        .allSatisfy(each -> {
          assertThat(each.prepared().issuer().key()).isEqualTo("recycler");
          assertThat(each.prepared().title()).contains("recycled-burden");
          assertThat(each.findings())
              .extracting(finding -> finding.problem().code())
              .containsExactly(ProblemCode.FOOTPRINT_NOT_COMPARABLE);
        });
  }

  @ParameterizedTest
  @EnumSource
  void the_roll_up_over_the_signed_declarations_gives_the_known_answers(Scenario scenario) {
    Calculator calculator = new Calculator(SupplyNetwork.of(activities()));
    KnownAnswers.read()
        .of(scenario)
        .forEach((step, answer) -> {
          boolean perKwh = step.equals("pack per kWh");
          Product product = chain.product(perKwh ? "pack" : step, scenario);
          RollUp rollUp =
              (RollUp) calculator.rollUp(product.id(), Optional.empty(), NOW, TreeLimits.DEFAULT);
          BigDecimal footprint = rollUp.perUnit().excludingUptake();
          assertThat(rollUp.missing()).isEmpty();
          assertThat(rollUp.doubts()).isEmpty();
          assertThat(rollUp.stale()).isEmpty();
          assertThat(perKwh ? footprint.divide(PACK_KWH) : footprint)
              .as(step)
              .isCloseTo(answer, within(new BigDecimal("1e-9")));
        });
  }

  private List<Activity> activities() {
    return state.declarations().stream()
        .map(known -> Activities.of(known, "0".repeat(64)))
        .flatMap(Optional::stream)
        .toList();
  }

  private static <T> T accepted(Outcome<T> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    return ((Outcome.Accepted<T>) outcome).value();
  }
}
