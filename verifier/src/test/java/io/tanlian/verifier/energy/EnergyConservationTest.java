package io.tanlian.verifier.energy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.energy.EnergyCertificate;
import io.tanlian.contracts.energy.RenewableElectricityClaim;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.problem.ProblemCode;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.StatementType;
import io.tanlian.verifier.World;
import io.tanlian.verifier.rules.StatementVerifier;
import io.tanlian.verifier.state.LedgerState;
import io.tanlian.verifier.stock.TradeHistory;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What holds of all certificates, whatever is said about them. */
class EnergyConservationTest {
  private static final int HISTORIES = 100;
  private static final int STATEMENTS = 60;

  /** Each follows from its seed, which is its position. */
  private static final List<TradeHistory> ALL =
      LongStream.range(0, HISTORIES)
          .mapToObj(seed -> RandomCertificates.of(seed, STATEMENTS))
          .toList();

  private static final Set<StatementType> KINDS =
      EnumSet.range(StatementType.ENERGY_CERTIFICATE, StatementType.ENERGY_CORRECTION);

  @Test
  void everything_is_said_and_some_of_it_refused_for_every_reason() {
    Map<StatementType, Integer> taken = new EnumMap<>(StatementType.class);
    Map<StatementType, Integer> refused = new EnumMap<>(StatementType.class);
    Set<ProblemCode> reasons = EnumSet.noneOf(ProblemCode.class);
    ALL.stream()
        .flatMap(history -> history.said().stream())
        .forEach(said -> {
          (StatementVerifier.refuses(said.findings()) ? refused : taken)
              .merge(said.read().statement().type(), 1, Integer::sum);
          said.findings().forEach(finding -> reasons.add(finding.problem().code()));
        });

    assertThat(KINDS)
        .allSatisfy(kind -> {
          assertThat(taken.get(kind)).as("%s taken", kind).isGreaterThan(100);
          assertThat(refused.get(kind)).as("%s refused", kind).isGreaterThan(20);
        });
    assertThat(reasons)
        .contains(
            ProblemCode.ENERGY_CERTIFICATE_RECORDED,
            ProblemCode.ENERGY_CERTIFICATE_CORRECTED,
            ProblemCode.ENERGY_NOT_YOURS,
            ProblemCode.ENERGY_EXCEEDS_CERTIFICATE,
            ProblemCode.ENERGY_EXPIRED,
            ProblemCode.ENERGY_NOT_RENEWABLE,
            ProblemCode.ENERGY_PERIOD_MISFIT,
            ProblemCode.ENERGY_PERIOD_CLAIMED,
            ProblemCode.ENERGY_TRANSFER_MISFIT,
            ProblemCode.ENERGY_ALREADY_USED,
            ProblemCode.ENERGY_CORRECTION_MISFIT);
  }

  @Test
  void what_was_recorded_is_left_or_cancelled_to_the_watt_hour() {
    each(history -> {
      EnergyBooks books = EnergyBooks.of(history.movements());
      long left = books.left().values().stream().mapToLong(Long::longValue).sum();

      assertThat(left + books.cancelled()).isEqualTo(books.recorded());
      books
          .left()
          .forEach((id, wattHours) ->
              assertThat(history.state().energy().holding(id).orElseThrow().left())
                  .isEqualTo(wattHours)
                  .isNotNegative());
    });
  }

  @Test
  void no_certificate_and_no_period_stands_twice() {
    each(history -> {
      List<EnergyCertificate> certificates = new ArrayList<>();
      List<TradeHistory.Entry> claims = new ArrayList<>();
      for (TradeHistory.Entry entry : history.movements()) {
        if (history.state().energy().undoneAt(entry.id()).isPresent()) {
          continue;
        }
        if (entry.claim() instanceof Claim.Certified(var certificate)) {
          assertThat(certificates)
              .noneMatch(other -> other.certificates().overlap(certificate.certificates()));
          certificates.add(certificate);
        }
        if (entry.claim() instanceof Claim.Cancelled) {
          assertThat(claims).noneMatch(other -> areForTheSame(other, entry));
          claims.add(entry);
        }
      }
    });
  }

  private static boolean areForTheSame(TradeHistory.Entry one, TradeHistory.Entry other) {
    RenewableElectricityClaim a = ((Claim.Cancelled) one.claim()).electricity();
    RenewableElectricityClaim b = ((Claim.Cancelled) other.claim()).electricity();
    return one.read().statement().issuer().equals(other.read().statement().issuer())
        && a.plant().equals(b.plant())
        && a.step().equals(b.step())
        && a.period().overlaps(b.period());
  }

  @Test
  void admission_finds_by_tags_what_an_audit_finds_by_everything() {
    each(history ->
        assertThat(history.said())
            .allSatisfy(said -> assertThat(said.fromSources()).isEqualTo(said.findings())));
  }

  @Test
  void a_replay_of_the_signed_texts_knows_the_same() {
    each(history -> {
      LedgerState replayed = LedgerState.EMPTY;
      for (TradeHistory.Entry entry : history.entries()) {
        replayed = replayed.evolve(entry.index(), World.read(entry.read().signed()));
      }
      for (TradeHistory.Entry entry : history.movements()) {
        StatementId id = entry.id();
        assertThat(replayed.energy().holding(id)).isEqualTo(history.state().energy().holding(id));
        assertThat(replayed.energy().undoneAt(id)).isEqualTo(history.state().energy().undoneAt(id));
      }
    });
  }

  private static void each(Consumer<TradeHistory> law) {
    for (int seed = 0; seed < HISTORIES; seed++) {
      try {
        law.accept(ALL.get(seed));
      } catch (AssertionError broken) {
        throw new AssertionError("seed " + seed, broken);
      }
    }
  }
}
