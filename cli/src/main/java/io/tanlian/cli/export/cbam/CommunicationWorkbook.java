package io.tanlian.cli.export.cbam;

import io.tanlian.cli.export.sheet.AttributeRows;
import io.tanlian.cli.export.sheet.Cell;
import io.tanlian.cli.export.sheet.Column;
import io.tanlian.cli.export.sheet.CommonSheets;
import io.tanlian.cli.export.sheet.Sheet;
import io.tanlian.contracts.cbam.CommunicationSheet;
import io.tanlian.contracts.cbam.ConsumedElectricity;
import io.tanlian.contracts.cbam.Coordinates;
import io.tanlian.contracts.cbam.Goods;
import io.tanlian.contracts.cbam.Installation;
import io.tanlian.contracts.cbam.Precursor;
import io.tanlian.contracts.pact.v3.DateTime;
import java.time.ZoneOffset;
import java.util.List;

/** A communication as the spreadsheets of a workbook. */
public final class CommunicationWorkbook {
  private static final String PER_TONNE = "(tCO2e/t)";

  private CommunicationWorkbook() {}

  public static List<Sheet> of(CommunicationSheet sheet) {
    return List.of(
        installation(sheet),
        goods(sheet.goods()),
        precursors(sheet.goods()),
        carbonPrices(sheet.goods()),
        parameters(sheet.goods()),
        CommonSheets.remarks(sheet.missing(), sheet.doubts()),
        CommonSheets.evidence(sheet.evidence()));
  }

  private static Sheet installation(CommunicationSheet sheet) {
    Installation installation = sheet.installation();
    Coordinates place = installation.coordinates();
    return new AttributeRows()
        .row("Content after", "", Cell.of(CommunicationSheet.STANDARD))
        .row("Reporting period, start", "", day(sheet.reportingPeriod().start()))
        .row("Reporting period, end as declared", "", day(sheet.reportingPeriod().end()))
        .row("Operator", "item 1(a)", Cell.of(sheet.operator().name()))
        .row("Operator, name on the exchange", "", Cell.of(sheet.operator().id().value()))
        .row("Operator, contact", "item 1(a)", Cell.of(sheet.operator().contact()))
        .row("Installation", "item 1(b)", Cell.of(installation.name()))
        .row("Installation, contact", "item 1(c)", Cell.of(installation.contact()))
        .row("Installation, unique identifier", "item 1(d)", Cell.of(installation.identifier()))
        .row("UN/LOCODE", "item 1(e)", Cell.of(installation.unLocode()))
        .row("Address", "item 1(f)", Cell.of(installation.address()))
        .row("Country (ISO 3166-1)", "", Cell.of(installation.country()))
        .row(
            "Main emission source, latitude",
            "item 1(g)",
            Cell.of(place == null ? null : place.latitude()),
            "degrees north")
        .row(
            "Main emission source, longitude",
            "item 1(g)",
            Cell.of(place == null ? null : place.longitude()),
            "degrees east")
        .sheet("Installation");
  }

  private static Sheet goods(List<Goods> goods) {
    return new Sheet(
        "Goods",
        List.of(
            new Column("CN code", 12),
            new Column("Product", 28),
            new Column("Product, name on the exchange", 40),
            new Column("Aggregated goods category", 24),
            new Column("Production route", 24),
            new Column("Specific embedded emissions, direct " + PER_TONNE, 20),
            new Column("Specific embedded emissions, indirect " + PER_TONNE, 20),
            new Column("Specific embedded emissions, total " + PER_TONNE, 20),
            new Column("Electricity consumed (MWh/t)", 16),
            new Column("Emission factor of electricity (tCO2e/MWh)", 18),
            new Column("Source of the emission factor", 36)),
        goods.stream().map(CommunicationWorkbook::row).toList());
  }

  private static List<Cell> row(Goods goods) {
    ConsumedElectricity electricity = goods.electricity();
    return List.of(
        Cell.of(goods.cnCode().digits()),
        Cell.of(goods.name()),
        Cell.of(goods.product().value()),
        Cell.of(goods.goodsCategory()),
        Cell.of(goods.productionRoute()),
        Cell.of(goods.emissions().direct()),
        Cell.of(goods.emissions().indirect()),
        Cell.of(goods.emissions().total()),
        Cell.of(electricity == null ? null : electricity.mwhPerTonne()),
        Cell.of(electricity == null ? null : electricity.emissionFactor()),
        Cell.of(electricity == null ? null : electricity.source()));
  }

  private static Sheet precursors(List<Goods> goods) {
    return new Sheet(
        "Precursors",
        List.of(
            new Column("Of CN code", 12),
            new Column("CN code", 12),
            new Column("Product, name on the exchange", 40),
            new Column("Production route", 24),
            new Column("Amount (t/t)", 12),
            new Column("Specific embedded emissions, direct " + PER_TONNE, 20),
            new Column("Specific embedded emissions, indirect " + PER_TONNE, 20),
            new Column("Specific embedded emissions, total " + PER_TONNE, 20),
            new Column("Basis", 14),
            new Column("Source", 40),
            new Column("Supplier's statement", 48)),
        goods.stream()
            .flatMap(one -> one.precursors().stream().map(precursor -> row(one, precursor)))
            .toList());
  }

  private static List<Cell> row(Goods goods, Precursor precursor) {
    return List.of(
        Cell.of(goods.cnCode().digits()),
        Cell.of(precursor.cnCode().digits()),
        Cell.of(precursor.product().value()),
        Cell.of(precursor.productionRoute()),
        Cell.of(precursor.tonnesPerTonne()),
        Cell.of(precursor.emissions().direct()),
        Cell.of(precursor.emissions().indirect()),
        Cell.of(precursor.emissions().total()),
        Cell.of(precursor.basis() == null ? null : precursor.basis().wireName()),
        Cell.of(precursor.source()),
        Cell.of(precursor.statement() == null ? null : precursor.statement().value()));
  }

  private static Sheet carbonPrices(List<Goods> goods) {
    return new Sheet(
        "Carbon price",
        List.of(
            new Column("CN code", 12),
            new Column("Country (ISO 3166-1)", 12),
            new Column("Instrument", 36),
            new Column("Price (currency/t)", 16),
            new Column("Rebate (currency/t)", 16),
            new Column("Currency (ISO 4217)", 12)),
        goods.stream()
            .flatMap(one ->
                one.carbonPrices().stream()
                    .<List<Cell>>map(price ->
                        List.of(
                            Cell.of(one.cnCode().digits()),
                            Cell.of(price.country()),
                            Cell.of(price.instrument()),
                            Cell.of(price.pricePerTonne()),
                            Cell.of(price.rebatePerTonne()),
                            Cell.of(price.currency()))))
            .toList());
  }

  private static Sheet parameters(List<Goods> goods) {
    return new Sheet(
        "Parameters",
        List.of(
            new Column("CN code", 12),
            new Column("Parameter", 40),
            new Column("Value", 16),
            new Column("Unit", 16)),
        goods.stream()
            .flatMap(one ->
                one.parameters().stream()
                    .<List<Cell>>map(parameter ->
                        List.of(
                            Cell.of(one.cnCode().digits()),
                            Cell.of(parameter.name()),
                            Cell.of(parameter.value()),
                            Cell.of(parameter.unit()))))
            .toList());
  }

  private static Cell day(DateTime time) {
    return new Cell.Day(time.instant().atOffset(ZoneOffset.UTC).toLocalDate());
  }
}
