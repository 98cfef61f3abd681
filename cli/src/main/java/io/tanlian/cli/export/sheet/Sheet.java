package io.tanlian.cli.export.sheet;

import java.util.List;

/**
 * A spreadsheet: a header, and rows below it.
 *
 * @param name on its tab
 * @param rows each with a cell for every column
 */
public record Sheet(String name, List<Column> columns, List<List<Cell>> rows) {
  public Sheet {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<Cell> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "a row of %s has %d cells for %d columns".formatted(name, row.size(), columns.size()));
      }
    }
  }
}
