package io.tanlian.cli.export.passport;

import io.tanlian.cli.export.sheet.AttributeRows;
import io.tanlian.cli.export.sheet.Cell;
import io.tanlian.cli.export.sheet.Column;
import io.tanlian.cli.export.sheet.CommonSheets;
import io.tanlian.cli.export.sheet.Sheet;
import io.tanlian.contracts.material.Origin;
import io.tanlian.contracts.passport.BatteryCarbonFootprint;
import io.tanlian.contracts.passport.BatteryIdentity;
import io.tanlian.contracts.passport.BatteryPassport;
import io.tanlian.contracts.passport.LifecycleStage;
import io.tanlian.contracts.passport.RecycledContent;
import io.tanlian.contracts.passport.RecycledShare;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A passport as the spreadsheets of a workbook. */
public final class PassportWorkbook {
  private static final String PER_KWH = "kgCO2e/kWh";

  private PassportWorkbook() {}

  public static List<Sheet> of(BatteryPassport passport) {
    List<Sheet> sheets = new ArrayList<>();
    sheets.add(battery(passport));
    sheets.add(footprint(passport.carbonFootprint()));
    RecycledContent recycled = passport.recycledContent();
    if (recycled != null) {
      sheets.add(shares(recycled));
      sheets.add(thresholds(recycled));
    }
    sheets.add(CommonSheets.remarks(passport.missing(), passport.doubts()));
    sheets.add(CommonSheets.evidence(passport.evidence()));
    return sheets;
  }

  private static Sheet battery(BatteryPassport passport) {
    BatteryIdentity identity = passport.identity();
    return new AttributeRows()
        .row("Standard", "", Cell.of(BatteryPassport.STANDARD))
        .row("Product", "name on the exchange", Cell.of(passport.product().value()))
        .row("Battery passport identifier", "6.1.2.1", Cell.of(identity.passportIdentifier()))
        .row("Manufacturer identifier", "6.1.2.4", Cell.of(identity.manufacturerIdentifier()))
        .row("Manufacturing place", "6.1.3.1", Cell.of(identity.manufacturingPlace()))
        .row("Manufacturing date", "6.1.3.2", Cell.of(identity.manufacturingDate()))
        .row("Unique battery model identifier", "6.1.3.3", Cell.of(identity.modelIdentifier()))
        .row(
            "Battery category",
            "6.1.3.5",
            identity.category() == null
                ? new Cell.Empty()
                : Cell.of(identity.category().wireName()))
        .row("Battery mass", "6.1.3.6", Cell.of(identity.massKg()), "kg")
        .sheet("Battery");
  }

  private static Sheet footprint(BatteryCarbonFootprint footprint) {
    AttributeRows rows =
        new AttributeRows()
            .row(
                "Battery carbon footprint per functional unit",
                "6.3.2",
                Cell.of(footprint.perKwh()),
                PER_KWH);
    for (LifecycleStage stage : LifecycleStage.values()) {
      rows.row(
          "Contribution of " + title(stage),
          stage.clause(),
          Cell.of(footprint.stages().get(stage)),
          PER_KWH);
    }
    return rows.row(
            "Carbon footprint performance class", "6.3.7", Cell.of(footprint.performanceClass()))
        .row("Web link to public carbon footprint study", "6.3.8", Cell.of(footprint.study()))
        .row(
            "Absolute battery carbon footprint",
            "6.3.10",
            Cell.of(footprint.absoluteKg()),
            "kgCO2e/battery")
        .row(
            "Footprint up to the factory's gate",
            "computed from the ledger",
            Cell.of(footprint.cradleToGateKg()),
            "kgCO2e/battery")
        .row(
            "Size of the ledger it was computed at",
            "",
            new Cell.Whole(footprint.asOf()),
            "entries")
        .sheet("Carbon footprint");
  }

  private static String title(LifecycleStage stage) {
    return switch (stage) {
      case RAW_MATERIAL -> "raw material acquisition and pre-processing";
      case MAIN_PRODUCTION -> "main product production";
      case DISTRIBUTION -> "distribution";
      case END_OF_LIFE -> "end of life and recycling";
    };
  }

  private static Sheet shares(RecycledContent recycled) {
    return new Sheet(
        "Recycled content",
        List.of(
            new Column("Metal", 12),
            new Column("Share of the metal in", 22),
            new Column("Pre-consumer recycled share (%)", 18),
            new Column("Reference", 12),
            new Column("Post-consumer recycled share (%)", 18),
            new Column("Reference", 12),
            new Column("Year", 8),
            new Column("Plant", 36),
            new Column("Claim", 48)),
        recycled.shares().stream().map(share -> row(share, recycled)).toList());
  }

  private static List<Cell> row(RecycledShare share, RecycledContent recycled) {
    return List.of(
        Cell.of(share.metal().wireName()),
        Cell.of(share.metal().basis().wireName()),
        Cell.of(share.preConsumer()),
        Cell.of(share.metal().clause(Origin.PRE_CONSUMER)),
        Cell.of(share.postConsumer()),
        Cell.of(share.metal().clause(Origin.POST_CONSUMER)),
        new Cell.Whole(recycled.year()),
        Cell.of(recycled.plant().value()),
        Cell.of(recycled.claim().value()));
  }

  private static Sheet thresholds(RecycledContent recycled) {
    return new Sheet(
        "Thresholds",
        List.of(
            new Column("Rule pack", 24),
            new Column("Version", 10),
            new Column("Share of the material in", 22),
            new Column("Material", 10),
            new Column("Verdict", 12),
            new Column("Recycled share, both origins (%)", 18),
            new Column("At least (%)", 14)),
        recycled.verdicts().stream()
            .<List<Cell>>map(verdict ->
                List.of(
                    Cell.of(verdict.pack()),
                    Cell.of(verdict.version()),
                    Cell.of(verdict.boundary()),
                    Cell.of(verdict.material().code()),
                    Cell.of(verdict.verdict()),
                    percent(verdict.share()),
                    percent(verdict.atLeast())))
            .toList());
  }

  private static Cell percent(@Nullable BigDecimal share) {
    return share == null ? new Cell.Empty() : new Cell.Figure(share.movePointRight(2));
  }
}
