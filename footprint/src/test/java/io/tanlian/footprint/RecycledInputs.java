package io.tanlian.footprint;

import static io.tanlian.footprint.DeclaredStep.dec;

import io.tanlian.contracts.declaration.EmissionFactor;
import io.tanlian.contracts.declaration.EndOfLife;
import io.tanlian.contracts.declaration.RecycledInput;
import io.tanlian.contracts.declaration.RecyclingFormula;
import io.tanlian.contracts.pact.v3.EmissionFactorSource;
import io.tanlian.contracts.pact.v3.PcfComponent;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** Writes recycled parts of inputs for specifications; all burdens are fossil, in kgCO2e. */
public final class RecycledInputs {
  private RecycledInputs() {}

  public static RecycledInput cutOff(String share, String recycling) {
    return new RecycledInput(
        DeclaredStep.statement(70), dec(share), factor(recycling), new RecyclingFormula.CutOff());
  }

  /** Without the end of life, as in a footprint that ends at the gate. */
  public static RecycledInput cff(String share, String recycling, String a, String quality) {
    return new RecycledInput(
        DeclaredStep.statement(71),
        dec(share),
        factor(recycling),
        new RecyclingFormula.Circular(dec(a), dec(quality), null));
  }

  public static RecycledInput cff(
      String share, String recycling, String a, String quality, EndOfLife endOfLife) {
    return new RecycledInput(
        DeclaredStep.statement(71),
        dec(share),
        factor(recycling),
        new RecyclingFormula.Circular(dec(a), dec(quality), endOfLife));
  }

  public static EndOfLife endOfLife(
      String share, String recycling, String displaced, String quality) {
    return new EndOfLife(dec(share), factor(recycling), factor(displaced), dec(quality));
  }

  public static EmissionFactor factor(String fossil) {
    return factor(Map.of(PcfComponent.FOSSIL_GHG_EMISSIONS, dec(fossil)));
  }

  public static EmissionFactor factor(Map<PcfComponent, BigDecimal> values) {
    return new EmissionFactor(
        new EmissionFactorSource("illustrative recycling", "2026"), new TreeMap<>(values));
  }
}
