package io.tanlian.verifier.material;

import io.tanlian.contracts.material.Batch;
import io.tanlian.contracts.material.Boundary;
import io.tanlian.contracts.material.Material;
import io.tanlian.contracts.material.RecoveryDeclaration;
import io.tanlian.contracts.material.RecoveryStage;
import io.tanlian.contracts.rulepack.Criterion;
import io.tanlian.contracts.rulepack.Indicator;
import io.tanlian.contracts.rulepack.RulePack;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Judges recoveries that belong together, one plant's year or the stages of one chain, by rule
 * packs.
 */
public final class RecoveryJudgement {
  private final List<RecoveryDeclaration> recoveries;
  private final Map<RecoveryStage, RecoveryMasses> byStage = new EnumMap<>(RecoveryStage.class);

  /**
   * Adds them up.
   *
   * @throws IllegalArgumentException if one is given twice, or they are of several periods, or of
   *     several plants in one stage: a sum over them would hide who misses a threshold
   */
  public RecoveryJudgement(Collection<RecoveryDeclaration> recoveries) {
    this.recoveries = List.copyOf(recoveries);
    if (new HashSet<>(recoveries).size() < recoveries.size()) {
      throw new IllegalArgumentException("the same recovery is given twice");
    }
    requireOne("period", recoveries, RecoveryDeclaration::period);
    for (RecoveryStage stage : RecoveryStage.values()) {
      List<RecoveryDeclaration> ofStage =
          recoveries.stream().filter(recovery -> recovery.stage() == stage).toList();
      requireOne(stage.wireName() + " plant", ofStage, RecoveryDeclaration::plant);
      byStage.put(stage, new RecoveryMasses(ofStage));
    }
  }

  private static void requireOne(
      String what,
      Collection<RecoveryDeclaration> recoveries,
      Function<RecoveryDeclaration, ?> property) {
    List<String> found =
        recoveries.stream().map(property).map(Object::toString).distinct().toList();
    if (found.size() > 1) {
      throw new IllegalArgumentException(
          "more than one %s (%s); each is judged apart".formatted(what, String.join(", ", found)));
    }
  }

  public PackResult by(RulePack pack) {
    return PackResult.of(pack, this::verdict);
  }

  private Verdict verdict(Criterion criterion) {
    if (criterion.indicator() != Indicator.RECOVERY_RATE) {
      return Evidence.lackingFor(criterion.indicator());
    }
    if (criterion.calendarYears()
        && !recoveries.stream().allMatch(recovery -> recovery.period().isCalendarYear())) {
      return new Verdict.NotJudged("only calendar years are judged, and this is another period");
    }
    return criterion
        .boundary()
        .stage()
        .map(stage -> ofStage(stage, criterion))
        .orElseGet(() -> ofWholeChain(criterion));
  }

  private Verdict ofStage(RecoveryStage stage, Criterion criterion) {
    BigDecimal in = in(stage, criterion.material());
    return in.signum() == 0
        ? new Verdict.NotJudged("none of it went into the %s stage".formatted(stage.wireName()))
        : Verdict.of(new Share(out(stage, criterion), in), criterion.atLeast());
  }

  /**
   * What replaces primary material at the end / what the batteries at the beginning held. That
   * holds only if the later stage had nothing to work on but what the first delivered.
   */
  private Verdict ofWholeChain(Criterion criterion) {
    if (criterion.boundary() != Boundary.WHOLE_CHAIN) {
      return new Verdict.NotJudged(
          "a recovery rate has no boundary " + criterion.boundary().wireName());
    }
    Material material = criterion.material();
    BigDecimal batteries = in(RecoveryStage.DISMANTLING, material);
    if (batteries.signum() == 0) {
      return new Verdict.NotJudged(
          recoveries.stream().anyMatch(one -> one.stage() == RecoveryStage.DISMANTLING)
              ? "no used battery that was dismantled held any of it"
              : "the whole chain begins with used batteries, whose dismantling nobody declares here; the rate of a later stage cannot be compared with it");
    }
    BigDecimal delivered =
        RecoveryMasses.of(material, of(RecoveryStage.DISMANTLING).out(_ -> true));
    BigDecimal takenUp =
        in(RecoveryStage.METALLURGICAL, material).add(in(RecoveryStage.REPAIR, material));
    if (takenUp.compareTo(delivered) > 0) {
      return new Verdict.NotJudged(
          "later stages took in %s kg of %s, dismantling delivered only %s kg: the chains differ"
              .formatted(takenUp.toPlainString(), material, delivered.toPlainString()));
    }
    BigDecimal out = BigDecimal.ZERO;
    for (RecoveryStage stage : RecoveryStage.values()) {
      out = out.add(out(stage, criterion));
    }
    return Verdict.of(new Share(out, batteries), criterion.atLeast());
  }

  private RecoveryMasses of(RecoveryStage stage) {
    return Objects.requireNonNull(byStage.get(stage));
  }

  private BigDecimal in(RecoveryStage stage, Material material) {
    return RecoveryMasses.of(material, of(stage).in());
  }

  private BigDecimal out(RecoveryStage stage, Criterion criterion) {
    Predicate<Batch> counted =
        criterion.onlyReplacingPrimary() ? Batch::replacesPrimary : _ -> true;
    return RecoveryMasses.of(criterion.material(), of(stage).out(counted));
  }
}
