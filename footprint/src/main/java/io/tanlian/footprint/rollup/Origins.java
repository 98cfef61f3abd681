package io.tanlian.footprint.rollup;

import static java.math.MathContext.DECIMAL128;

import io.tanlian.footprint.activity.Activity;
import io.tanlian.footprint.activity.Figures;
import io.tanlian.footprint.network.Plan;
import io.tanlian.footprint.network.Solution.Solved;
import io.tanlian.footprint.network.Step;
import io.tanlian.footprint.quality.DataQuality;
import io.tanlian.footprint.quality.DataQualityMean;
import io.tanlian.footprint.quality.WeightedMean;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Who adds how much to a footprint, and how good that part of it is. */
final class Origins {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Solved solved;
  private final List<Contribution> byPosition = new ArrayList<>();

  Origins(Solved solved) {
    this.solved = solved;
    for (int position = 0; position < nodes().size(); position++) {
      byPosition.add(contribution(position));
    }
  }

  List<Contribution> largestFirst() {
    return byPosition.stream()
        .sorted(
            Comparator.comparing(
                    (Contribution contribution) -> contribution.total().excludingUptake().abs())
                .reversed())
        .toList();
  }

  Sources sources(int missingInputs) {
    BigDecimal computed = BigDecimal.ZERO;
    BigDecimal declared = BigDecimal.ZERO;
    BigDecimal estimated = BigDecimal.ZERO;
    for (Contribution contribution : byPosition) {
      BigDecimal direct = contribution.direct().excludingUptake();
      switch (contribution.kind()) {
        case COMPUTED -> computed = computed.add(direct, DECIMAL128);
        case DECLARED -> declared = declared.add(direct, DECIMAL128);
      }
      estimated = estimated.add(contribution.estimated().excludingUptake(), DECIMAL128);
    }
    return new Sources(computed, declared, estimated, missingInputs);
  }

  Optional<BigDecimal> primaryDataSharePercent() {
    WeightedMean mean = WeightedMean.EMPTY;
    for (int position = 0; position < byPosition.size(); position++) {
      Contribution contribution = byPosition.get(position);
      BigDecimal share =
          contribution.kind() == Step.Kind.COMPUTED
              ? HUNDRED
              : activity(position).declared().primaryDataSharePercent().orElse(BigDecimal.ZERO);
      mean =
          mean.with(contribution.direct().excludingUptake(), share)
              .with(contribution.estimated().excludingUptake(), BigDecimal.ZERO);
    }
    return mean.value();
  }

  DataQuality dataQuality() {
    DataQualityMean mean = DataQualityMean.EMPTY;
    for (int position = 0; position < byPosition.size(); position++) {
      mean =
          mean.with(
              byPosition.get(position).total().excludingUptake(),
              activity(position).declared().quality());
    }
    return mean.value();
  }

  /**
   * Own percentage plus share times percentage of each input, followed through the whole network:
   * written out, every activity's own percentage weighted by the footprint of what it makes for the
   * product.
   */
  Optional<BigDecimal> exemptedPercent() {
    BigDecimal total = total().abs();
    if (total.signum() == 0) {
      return Optional.empty();
    }
    BigDecimal weighted = BigDecimal.ZERO;
    for (int position = 0; position < byPosition.size(); position++) {
      BigDecimal percent = activity(position).declared().exemptedPercent().orElse(BigDecimal.ZERO);
      BigDecimal made =
          byPosition
              .get(position)
              .amount()
              .multiply(solved.intensities().get(position).excludingUptake(), DECIMAL128);
      weighted = weighted.add(made.abs().multiply(percent, DECIMAL128), DECIMAL128);
    }
    return Optional.of(weighted.divide(total, DECIMAL128));
  }

  private Contribution contribution(int position) {
    Plan.Node node = nodes().get(position);
    BigDecimal runs = solved.runs().get(position);
    Figures direct = node.step().direct().times(runs);
    Figures estimated = node.estimated().times(runs);
    BigDecimal own = direct.excludingUptake().add(estimated.excludingUptake(), DECIMAL128);
    return new Contribution(
        activity(position).product(),
        activity(position).pin(),
        node.step().kind(),
        runs.multiply(node.step().output(), DECIMAL128),
        direct,
        estimated,
        percentOfTotal(own));
  }

  private Optional<BigDecimal> percentOfTotal(BigDecimal part) {
    return total().signum() == 0
        ? Optional.empty()
        : Optional.of(part.multiply(HUNDRED, DECIMAL128).divide(total(), DECIMAL128));
  }

  private BigDecimal total() {
    return solved.intensities().get(solved.plan().root()).excludingUptake();
  }

  private List<Plan.Node> nodes() {
    return solved.plan().nodes();
  }

  private Activity activity(int position) {
    return nodes().get(position).step().activity();
  }
}
