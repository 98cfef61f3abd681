package io.tanlian.example.battery.figure;

import io.tanlian.example.battery.chain.Flow;
import java.math.BigDecimal;
import java.util.List;

/** What a company emits itself, in kgCO2e for one unit of output. */
public final class DirectEmissions {
  private DirectEmissions() {}

  public static BigDecimal of(List<Flow.OfFactor> direct) {
    return direct.stream()
        .map(flow -> flow.amount().multiply(flow.factor().value()))
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .stripTrailingZeros();
  }
}
