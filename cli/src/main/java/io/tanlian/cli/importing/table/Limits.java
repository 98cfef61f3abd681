package io.tanlian.cli.importing.table;

import io.tanlian.cli.terminal.CannotRunException;
import java.nio.file.Path;

/** The words for a table beyond a limit. */
final class Limits {
  private Limits() {}

  static CannotRunException tooManyRows(Path file) {
    return new CannotRunException(
        "%s has more than %,d rows: split it into several files."
            .formatted(file, Table.rowsMax - 1));
  }

  static CannotRunException tooManyColumns(Path file, int row) {
    return new CannotRunException(
        "Row %d of %s has more than %d columns: keep those that tanlian import columns lists."
            .formatted(row, file, Table.columnsMax));
  }

  static CannotRunException tooLongCell(Path file, int row, int column) {
    return new CannotRunException(
        "Row %d of %s has more than %,d characters in column %d; is a quote missing?"
            .formatted(row, file, Table.cellCharsMax, column + 1));
  }
}
