package io.tanlian.verifier.material;

import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.Urn;
import io.tanlian.contracts.material.Batch;
import io.tanlian.contracts.material.Content;
import io.tanlian.contracts.material.CustodyModel;
import io.tanlian.contracts.material.FeedLot;
import io.tanlian.contracts.material.Material;
import io.tanlian.contracts.material.Origin;
import io.tanlian.contracts.material.Period;
import io.tanlian.contracts.material.RecoveryDeclaration;
import io.tanlian.contracts.material.RecoveryStage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Recoveries of a plant in 2026, by what went in and came out in kilograms. */
public final class Recoveries {
  public static final Period YEAR =
      new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
  private static final BigDecimal LOT = new BigDecimal("100000");

  private Recoveries() {}

  public static RecoveryDeclaration of(
      RecoveryStage stage, Map<String, String> in, Batch... outputs) {
    return of(stage, YEAR, in, outputs);
  }

  public static RecoveryDeclaration of(
      RecoveryStage stage, Period period, Map<String, String> in, Batch... outputs) {
    return new RecoveryDeclaration(
        new Urn("urn:example:plant:1"),
        period,
        stage,
        CustodyModel.MASS_BALANCE,
        List.of(
            new FeedLot(
                "in", ProductId.parse("urn:example:feed"), LOT, contents(in), null, List.of())),
        List.of(outputs));
  }

  /** A lot of a mixture that is sold instead of primary material. */
  public static Batch sold(String lot, Map<String, String> contents) {
    return output(lot, LOT, null, true, contents);
  }

  /** A lot that goes to the next stage. */
  public static Batch handedOn(String lot, Map<String, String> contents) {
    return output(lot, LOT, null, false, contents);
  }

  public static Batch salt(String lot, String mass, String compound, Map<String, String> contents) {
    return output(lot, new BigDecimal(mass), compound, true, contents);
  }

  private static Batch output(
      String lot,
      BigDecimal mass,
      @Nullable String compound,
      boolean replacesPrimary,
      Map<String, String> contents) {
    return new Batch(
        lot,
        ProductId.parse("urn:example:" + lot),
        mass,
        compound,
        BigDecimal.ONE,
        replacesPrimary,
        contents(contents),
        List.of());
  }

  private static List<Content> contents(Map<String, String> masses) {
    return masses.entrySet().stream()
        .map(content ->
            new Content(
                Material.parse(content.getKey()),
                new BigDecimal(content.getValue()),
                Origin.POST_CONSUMER))
        .toList();
  }
}
