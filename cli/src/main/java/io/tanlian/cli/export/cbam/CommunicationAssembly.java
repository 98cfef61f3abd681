package io.tanlian.cli.export.cbam;

import io.tanlian.cli.export.cbam.EmbeddedEmissions.PrecursorLine;
import io.tanlian.cli.export.remark.Remarks;
import io.tanlian.cli.export.remark.Rounding;
import io.tanlian.contracts.cbam.CbamFacts;
import io.tanlian.contracts.cbam.CommunicationSheet;
import io.tanlian.contracts.cbam.ConsumedElectricity;
import io.tanlian.contracts.cbam.Goods;
import io.tanlian.contracts.cbam.GridElectricity;
import io.tanlian.contracts.cbam.Installation;
import io.tanlian.contracts.cbam.Operator;
import io.tanlian.contracts.cbam.Precursor;
import io.tanlian.contracts.cbam.SpecificEmissions;
import io.tanlian.contracts.declaration.InputLine;
import io.tanlian.contracts.declaration.InputLine.Direction;
import io.tanlian.contracts.declaration.ProductFootprintDeclaration;
import io.tanlian.contracts.evidence.Evidence;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.pact.v3.ProductFootprint;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Puts a communication sheet together, for the goods of one declaration. */
public final class CommunicationAssembly {
  private static final String GOODS = "/goods/0";

  private CommunicationAssembly() {}

  /** The statements of suppliers that a declaration's precursors come from. */
  public static List<StatementId> precursorStatements(
      ProductFootprintDeclaration declaration, CbamFacts facts) {
    return precursorLines(declaration, facts).stream()
        .map(InputLine::statement)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  /** Which places of the sheet each statement proves. */
  public static Map<StatementId, SortedSet<String>> proves(
      Declared goods, CbamFacts facts, Map<StatementId, Declared> known) {
    Map<StatementId, SortedSet<String>> proves =
        new TreeMap<>((one, other) -> one.value().compareTo(other.value()));
    proves.computeIfAbsent(goods.statement(), _ -> new TreeSet<>()).add(GOODS);
    List<InputLine> lines = precursorLines(goods.declaration(), facts);
    for (int i = 0; i < lines.size(); i++) {
      add(proves, lines.get(i), GOODS + "/precursors/" + i, facts, known);
    }
    return proves;
  }

  private static void add(
      Map<StatementId, SortedSet<String>> proves,
      InputLine line,
      String place,
      CbamFacts facts,
      Map<StatementId, Declared> known) {
    StatementId statement = line.statement();
    if (statement == null
        || !proves.computeIfAbsent(statement, _ -> new TreeSet<>()).add(place)
        || facts.precursor(line.product()).filter(said -> said.emissions() != null).isPresent()) {
      return;
    }
    Declared supplier = known.get(statement);
    if (supplier != null) {
      precursorLines(supplier.declaration(), facts)
          .forEach(further -> add(proves, further, place, facts, known));
    }
  }

  public static CommunicationSheet of(
      Declared declared,
      CbamFacts facts,
      Map<StatementId, Declared> known,
      List<Evidence> evidence) {
    Remarks remarks = new Remarks();
    ProductFootprint footprint = declared.declaration().footprint();
    EmbeddedEmissions.Result result =
        new EmbeddedEmissions(facts, known).of(declared.declaration(), GOODS, remarks);
    sayWhatIsNotStated(facts, remarks);
    Goods goods =
        new Goods(
            footprint.productIds().getFirst(),
            footprint.productNameCompany(),
            facts.cnCode(),
            facts.goodsCategory(),
            facts.productionRoute(),
            rounded(result.emissions()),
            electricity(result.kwhPerKg(), facts.electricity()),
            result.precursors().stream().map(CommunicationAssembly::precursor).toList(),
            facts.carbonPrices(),
            facts.parameters());
    return new CommunicationSheet(
        footprint.pcf().referencePeriod(),
        new Operator(declared.issuer(), footprint.companyName(), facts.operatorContact()),
        facts.installation(),
        List.of(goods),
        remarks.missing(),
        remarks.doubts(),
        evidence);
  }

  private static void sayWhatIsNotStated(CbamFacts facts, Remarks remarks) {
    Installation installation = facts.installation();
    sayIfNull(installation.unLocode(), "unLocode", remarks);
    sayIfNull(installation.address(), "address", remarks);
    sayIfNull(installation.coordinates(), "coordinates", remarks);
    if (facts.carbonPrices().isEmpty()) {
      remarks.missing(
          GOODS + "/carbonPrices",
          "No carbon price is stated: give carbonPrices in the facts if one is due.");
    }
    remarks.doubt(
        "/installation",
        "The installation, CN codes, production routes, grid factor, carbon prices and parameters"
            + " are the operator's word: no ledger entry proves them.");
  }

  private static void sayIfNull(@Nullable Object fact, String name, Remarks remarks) {
    if (fact == null) {
      remarks.missing(
          "/installation/" + name, "Give installation/%s in the facts.".formatted(name));
    }
  }

  private static Precursor precursor(PrecursorLine precursor) {
    return new Precursor(
        precursor.line().product(),
        precursor.facts().cnCode(),
        precursor.facts().productionRoute(),
        precursor.perKg().map(Rounding::of).orElse(null),
        rounded(precursor.emissions()),
        precursor.basis(),
        precursor.source(),
        precursor.line().statement());
  }

  private static @Nullable ConsumedElectricity electricity(
      Optional<BigDecimal> kwhPerKg, @Nullable GridElectricity grid) {
    return grid == null || kwhPerKg.isEmpty()
        ? null
        : new ConsumedElectricity(
            Rounding.of(kwhPerKg.get()), grid.emissionFactor(), grid.source());
  }

  private static SpecificEmissions rounded(SpecificEmissions exact) {
    return new SpecificEmissions(rounded(exact.direct()), rounded(exact.indirect()));
  }

  private static @Nullable BigDecimal rounded(@Nullable BigDecimal exact) {
    return exact == null ? null : Rounding.of(exact);
  }

  private static List<InputLine> precursorLines(
      ProductFootprintDeclaration declaration, CbamFacts facts) {
    return declaration.inputs().stream()
        .filter(
            line -> line.direction() == Direction.IN && facts.precursor(line.product()).isPresent())
        .toList();
  }
}
