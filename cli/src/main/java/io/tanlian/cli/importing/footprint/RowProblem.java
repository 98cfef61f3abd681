package io.tanlian.cli.importing.footprint;

import io.tanlian.cli.importing.table.Given;
import io.tanlian.cli.terminal.Printer;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.problem.ProblemCode;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is wrong, or doubtful, in a row.
 *
 * @param row as the spreadsheet shows it, from 1
 * @param column its name; empty for the row as a whole
 * @param value what the cell shows; empty for an empty cell
 * @param problem the rule and the remedy; its pointer says nothing to who has a spreadsheet
 */
record RowProblem(int row, String column, String value, Problem problem) {

  static RowProblem of(
      int row,
      String column,
      Optional<Given> cell,
      ProblemCode code,
      String detail,
      String remedy) {
    return new RowProblem(
        row, column, cell.map(Given::shown).orElse(""), Problem.of(code, detail, remedy));
  }

  /** In a line, without the remedy. */
  String words() {
    String place = column.isEmpty() ? "" : ", " + column;
    String shown = value.isEmpty() ? "" : " \"" + value.replace('\n', ' ') + "\"";
    return "row %d%s%s: %s [%s]".formatted(row, place, shown, problem.detail(), problem.code());
  }

  ObjectNode json() {
    ObjectNode json = Printer.json(problem);
    json.remove("pointer");
    return json.put("row", row).put("column", column).put("value", value);
  }
}
