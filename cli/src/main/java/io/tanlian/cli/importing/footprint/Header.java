package io.tanlian.cli.importing.footprint;

import static io.tanlian.contracts.problem.ProblemCode.SCHEMA_INVALID;
import static io.tanlian.contracts.problem.ProblemCode.SCHEMA_MISSING_FIELD;
import static io.tanlian.contracts.problem.ProblemCode.SCHEMA_UNKNOWN_FIELD;

import io.tanlian.cli.importing.table.Given;
import io.tanlian.cli.importing.table.TableRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which column of the table is which.
 *
 * @param row where it stands
 * @param columns by their place in the table, from 0
 * @param problems what is wrong with it
 */
record Header(int row, Map<Integer, FootprintColumn> columns, List<RowProblem> problems) {
  Header {
    columns = Map.copyOf(columns);
    problems = List.copyOf(problems);
  }

  static Header of(TableRow row) {
    Map<Integer, FootprintColumn> columns = new TreeMap<>();
    List<RowProblem> problems = new ArrayList<>();
    row.cells()
        .forEach((place, cell) -> {
          String name = cell instanceof Given.Text(String text) ? text : cell.shown();
          Optional<FootprintColumn> column = FootprintColumns.named(name);
          if (column.isEmpty()) {
            problems.add(unknown(row.number(), name, cell));
          } else if (columns.containsValue(column.get())) {
            problems.add(twice(row.number(), name, cell));
          } else {
            columns.put(place, column.get());
          }
        });
    FootprintColumns.all().stream()
        .filter(column -> column.required() && !columns.containsValue(column))
        .forEach(column -> problems.add(missing(row.number(), column)));
    return new Header(row.number(), columns, problems);
  }

  private static RowProblem unknown(int row, String name, Given cell) {
    return RowProblem.of(
        row,
        cell.shown(),
        Optional.empty(),
        SCHEMA_UNKNOWN_FIELD,
        "there is no column of this name",
        "%sCorrect the name or remove the column; tanlian import columns lists those there are."
            .formatted(
                NearestName.of(name, FootprintColumns.all().stream().map(FootprintColumn::name))
                    .map(nearest -> "Is it " + nearest + "? ")
                    .orElse("")));
  }

  private static RowProblem twice(int row, String name, Given cell) {
    return RowProblem.of(
        row,
        name,
        Optional.of(cell),
        SCHEMA_INVALID,
        "the table has this column twice",
        "Keep one of them.");
  }

  private static RowProblem missing(int row, FootprintColumn column) {
    return RowProblem.of(
        row,
        column.name(),
        Optional.empty(),
        SCHEMA_MISSING_FIELD,
        "this column is missing",
        "Add it: " + column.english());
  }
}
