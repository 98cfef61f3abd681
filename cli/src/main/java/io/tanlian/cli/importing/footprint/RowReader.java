package io.tanlian.cli.importing.footprint;

import static io.tanlian.contracts.problem.ProblemCode.SCHEMA_INVALID;
import static io.tanlian.contracts.problem.ProblemCode.SCHEMA_MISSING_FIELD;

import io.tanlian.cli.importing.table.Given;
import io.tanlian.cli.importing.table.TableRow;
import io.tanlian.contracts.identifier.DidWeb;
import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.pact.v3.ProductFootprint;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.statement.Claim;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads rows as declarations.
 *
 * @param issuer who declares
 * @param origin the log it is for
 */
record RowReader(Header header, ParticipantId issuer, String origin) {
  /** What names are derived for; another way to read a row takes another text. */
  private static final String STATEMENT = "tanlian.import.footprint.statement/1";

  private static final String FOOTPRINT_ID = "tanlian.import.footprint.id/1";
  private static final String SPEC_VERSION = "3.0.0";

  /** The declaration in a row; nothing if {@code wrong} was told why there is none. */
  Optional<DeclaredRow> read(TableRow row, Consumer<RowProblem> wrong) {
    Map<FootprintColumn, Given> cells = new HashMap<>();
    header
        .columns()
        .forEach((place, column) ->
            Optional.ofNullable(row.cells().get(place)).ifPresent(cell -> cells.put(column, cell)));
    List<RowProblem> problems = new ArrayList<>();
    ObjectNode footprint = footprint(row, cells, problems);
    if (problems.isEmpty()) {
      ObjectNode subject = JsonNodeFactory.instance.objectNode();
      subject.set("productFootprint", footprint);
      switch (Claim.parse(Claim.Declared.TYPE, subject)) {
        case Outcome.Accepted<Claim>(Claim claim) -> {
          return Optional.of(declared(row.number(), claim));
        }
        case Outcome.Refused<Claim>(List<Problem> broken) ->
            broken.forEach(problem -> problems.add(located(row, problem)));
      }
    }
    problems.forEach(wrong);
    return Optional.empty();
  }

  /** The problem of a claim, seen from the row that makes it. */
  RowProblem located(TableRow row, Problem problem) {
    Optional<FootprintColumn> column = FootprintColumns.at(problem.pointer());
    Optional<Given> cell =
        header.columns().entrySet().stream()
            .filter(one -> column.filter(one.getValue()::equals).isPresent())
            .findFirst()
            .flatMap(one -> Optional.ofNullable(row.cells().get(one.getKey())));
    return new RowProblem(
        row.number(),
        column.map(FootprintColumn::name).orElse(""),
        cell.map(Given::shown).orElse(""),
        problem);
  }

  private ObjectNode footprint(
      TableRow row, Map<FootprintColumn, Given> cells, List<RowProblem> problems) {
    ObjectNode footprint =
        JsonNodeFactory.instance
            .objectNode()
            .put("specVersion", SPEC_VERSION)
            .put("status", "Active");
    if (!(issuer instanceof DidWeb)) {
      footprint.putArray("companyIds").add(issuer.value());
    }
    for (FootprintColumn column : FootprintColumns.all()) {
      Optional<Given> cell = Optional.ofNullable(cells.get(column));
      if (cell.isPresent()) {
        try {
          put(footprint, column, CellReader.read(cell.get(), column.kind()));
        } catch (WrongCell e) {
          problems.add(
              RowProblem.of(
                  row.number(), column.name(), cell, SCHEMA_INVALID, e.rule(), e.remedy()));
        }
      } else if (column.required()) {
        problems.add(
            RowProblem.of(
                row.number(),
                column.name(),
                cell,
                SCHEMA_MISSING_FIELD,
                "this cell is empty",
                "Fill it in: " + column.english()));
      }
    }
    if (!footprint.has("id")) {
      footprint.put("id", derived(FOOTPRINT_ID, footprint).uuid().toString());
    }
    return footprint;
  }

  private static void put(ObjectNode footprint, FootprintColumn column, JsonNode value) {
    ObjectNode object = footprint;
    List<String> path = column.path();
    for (String name : path.subList(0, path.size() - 1)) {
      object = object.withObject("/" + name);
    }
    object.set(path.getLast(), value);
  }

  private DeclaredRow declared(int number, Claim claim) {
    if (!(claim instanceof Claim.Declared(var declaration))) {
      throw new IllegalStateException("a declaration was read");
    }
    ProductFootprint footprint = declaration.footprint();
    return new DeclaredRow(number, derived(STATEMENT, claim.toJson()), footprint, claim);
  }

  private StatementId derived(String purpose, ObjectNode content) {
    return StatementId.derivedFrom(purpose, origin, issuer.value(), StrictJson.format(content));
  }
}
