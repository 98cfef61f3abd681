package io.tanlian.footprint.rollup;

import static java.math.MathContext.DECIMAL128;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.material.RecyclingMethod;
import io.tanlian.footprint.activity.Activity;
import io.tanlian.footprint.activity.Figures;
import io.tanlian.footprint.activity.Pin;
import io.tanlian.footprint.activity.SecondaryFactor;
import io.tanlian.footprint.network.Plan;
import io.tanlian.footprint.network.Solution.Solved;
import io.tanlian.footprint.network.Supply;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What recycled inputs do to a solved network's footprint, and by which methods they count. */
final class Recycling {

  private final Solved solved;
  private final Map<StatementId, Figures> intensities = new HashMap<>();

  private Recycling(Solved solved) {
    this.solved = solved;
    for (int position = 0; position < solved.plan().nodes().size(); position++) {
      intensities.put(activity(position).pin().statement(), solved.intensities().get(position));
    }
  }

  /** Every recycled input in use, in ledger order. */
  static List<RecyclingEffect> effects(Solved solved) {
    Recycling recycling = new Recycling(solved);
    List<RecyclingEffect> effects = new ArrayList<>();
    for (int position = 0; position < solved.plan().nodes().size(); position++) {
      for (Plan.Line line : solved.plan().nodes().get(position).lines()) {
        BigDecimal runs = solved.runs().get(position);
        Pin at = recycling.activity(position).pin();
        RecycledPart.of(line, runs)
            .ifPresent(part -> effects.add(recycling.effect(line, at, part, runs)));
      }
    }
    return effects;
  }

  static Set<RecyclingMethod> methods(Collection<RecyclingEffect> effects) {
    Set<RecyclingMethod> methods = EnumSet.noneOf(RecyclingMethod.class);
    effects.forEach(effect -> methods.add(effect.part().method()));
    return methods;
  }

  /** That more than one method stands in the footprint of this product, if so. */
  static Optional<Doubt> mixture(Activity product, Collection<RecyclingEffect> effects) {
    Set<RecyclingMethod> methods = methods(effects);
    if (methods.size() < 2) {
      return Optional.empty();
    }
    String names =
        methods.stream().map(RecyclingMethod::wireName).collect(Collectors.joining(" and by "));
    return Optional.of(
        new Doubt(
            product.product(),
            product.pin(),
            "recycled inputs count by %s in one total, where a burden may count twice or not at all: ask for figures by one method"
                .formatted(names)));
  }

  private RecyclingEffect effect(Plan.Line line, Pin at, RecycledPart part, BigDecimal runs) {
    BigDecimal spared = line.burden().primary().subtract(BigDecimal.ONE);
    Optional<BigDecimal> change =
        allPrimary(line)
            .map(primary ->
                line.input()
                    .signed(primary)
                    .multiply(spared, DECIMAL128)
                    .multiply(runs, DECIMAL128)
                    .add(part.burden(), DECIMAL128));
    return new RecyclingEffect(line.input().product(), at, part, change);
  }

  /** The burden that the whole input would have if all of it were primary material. */
  private Optional<BigDecimal> allPrimary(Plan.Line line) {
    BigDecimal amount = line.input().quantity().amount();
    return switch (line.supply()) {
      case Supply.Supplied(Activity supplier, BigDecimal supplied) ->
          Optional.of(
              Objects.requireNonNull(intensities.get(supplier.pin().statement()))
                  .excludingUptake()
                  .multiply(supplied, DECIMAL128));
      case Supply.Estimated(SecondaryFactor factor, var _) ->
          Optional.of(factor.perUnit().excludingUptake().multiply(amount, DECIMAL128));
      case Supply.AllRecycled() ->
          line.input()
              .factor()
              .map(factor -> factor.perUnit().excludingUptake().multiply(amount, DECIMAL128));
      case Supply.Missing _ -> Optional.empty();
    };
  }

  private Activity activity(int position) {
    return solved.plan().nodes().get(position).step().activity();
  }
}
