package io.tanlian.cli.importing.table;

import io.tanlian.cli.terminal.CannotRunException;
import java.util.function.Predicate;

/** A table, which can be read as often as one likes and is the same each time. */
public sealed interface Table permits CsvTable, ExcelTable {
  /** Most rows, the header and empty ones included. */
  int rowsMax = 100_001;

  /** Most columns. */
  int columnsMax = 500;

  /** Most characters of a cell, as in Excel. */
  int cellCharsMax = 32_767;

  /**
   * Hands over the rows that are not empty, until {@code reader} has enough and returns false.
   *
   * @throws CannotRunException if the file is damaged or beyond a limit
   */
  void read(Predicate<TableRow> reader);
}
