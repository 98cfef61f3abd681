package io.tanlian.verifier.trace;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.material.Allocation;
import io.tanlian.contracts.material.BatchId;
import io.tanlian.contracts.material.Content;
import io.tanlian.contracts.material.MaterialOrigin;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.Statement;
import io.tanlian.verifier.stock.Amounts;
import io.tanlian.verifier.stock.Movement;
import io.tanlian.verifier.trace.Trace.Step;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * From which recoveries the recycled material of a statement comes, and how much from each. Where
 * several batches went into one, each stands for its part of what came out, material by material.
 */
public final class ContentSources {
  private static final int GRAMS_SCALE = 3;

  private ContentSources() {}

  /**
   * What of a statement's uses comes from one recovery.
   *
   * @param recovery the statement that declared it, at {@code index}
   * @param kilograms to the gram; the parts of all sources add up to what is used, for which each
   *     is up to a gram more or less than its share
   */
  public record Source(Statement recovery, long index, MaterialOrigin what, BigDecimal kilograms) {}

  /**
   * The sources of what the statement uses, by index and material.
   *
   * @param trace backward from the statement; complete
   */
  public static List<Source> of(StatementId statement, Trace trace) {
    Map<BatchId, Map<MaterialOrigin, BigDecimal>> wanted = new HashMap<>();
    Map<MaterialOrigin, BigDecimal> sums = new HashMap<>();
    List<Source> sources = new ArrayList<>();
    List<Step> latestFirst = new ArrayList<>(trace.steps());
    Collections.reverse(latestFirst);
    for (Step step : latestFirst) {
      Moved moved = step.moved();
      if (moved.id().equals(statement)) {
        moved.movement().uses().forEach(use -> want(use, contents(use), wanted));
      } else {
        Map<MaterialOrigin, BigDecimal> asked = taken(moved.movement(), wanted);
        if (moved.statement().claim() instanceof Claim.Recovered) {
          asked.forEach((what, kilograms) ->
              sources.add(
                  new Source(moved.statement(), moved.index(), what, next(what, kilograms, sums))));
        } else {
          share(moved.movement(), asked, wanted);
        }
      }
    }
    Collections.reverse(sources);
    return List.copyOf(sources);
  }

  /** What later statements want of all batches that the movement brought. */
  private static Map<MaterialOrigin, BigDecimal> taken(
      Movement movement, Map<BatchId, Map<MaterialOrigin, BigDecimal>> wanted) {
    Map<MaterialOrigin, BigDecimal> asked = new TreeMap<>(Collections.reverseOrder());
    movement
        .brings()
        .forEach(batch ->
            wanted
                .getOrDefault(new BatchId(movement.statement(), batch.lot()), Map.of())
                .forEach((what, kilograms) -> {
                  if (what.origin().isRecycled()) {
                    asked.merge(what, kilograms, BigDecimal::add);
                  }
                }));
    return asked;
  }

  private static void share(
      Movement movement,
      Map<MaterialOrigin, BigDecimal> asked,
      Map<BatchId, Map<MaterialOrigin, BigDecimal>> wanted) {
    Amounts in = movement.uses().stream().map(Amounts::of).reduce(Amounts.NONE, Amounts::plus);
    for (Allocation use : movement.uses()) {
      Amounts own = Amounts.of(use);
      Map<MaterialOrigin, BigDecimal> part = new HashMap<>();
      asked.forEach((what, kilograms) -> {
        if (own.of(what) > 0) {
          part.put(
              what,
              kilograms
                  .multiply(BigDecimal.valueOf(own.of(what)))
                  .divide(BigDecimal.valueOf(in.of(what)), MathContext.DECIMAL128));
        }
      });
      want(use, part, wanted);
    }
  }

  private static void want(
      Allocation use,
      Map<MaterialOrigin, BigDecimal> amounts,
      Map<BatchId, Map<MaterialOrigin, BigDecimal>> wanted) {
    Map<MaterialOrigin, BigDecimal> known =
        wanted.computeIfAbsent(use.batch(), _ -> new HashMap<>());
    amounts.forEach((what, kilograms) -> known.merge(what, kilograms, BigDecimal::add));
  }

  private static Map<MaterialOrigin, BigDecimal> contents(Allocation use) {
    Map<MaterialOrigin, BigDecimal> contents = new HashMap<>();
    for (Content content : use.contents()) {
      contents.put(content.materialOrigin(), content.mass());
    }
    return contents;
  }

  /**
   * The part in whole grams: the sum so far is rounded and not the part, so that a thousand parts
   * are not half a kilogram off.
   */
  private static BigDecimal next(
      MaterialOrigin what, BigDecimal kilograms, Map<MaterialOrigin, BigDecimal> sums) {
    BigDecimal before = sums.getOrDefault(what, BigDecimal.ZERO);
    BigDecimal after = before.add(kilograms);
    sums.put(what, after);
    return rounded(after).subtract(rounded(before));
  }

  private static BigDecimal rounded(BigDecimal kilograms) {
    return kilograms.setScale(GRAMS_SCALE, RoundingMode.HALF_EVEN);
  }
}
