package io.tanlian.cli.importing.table;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A row that is not empty.
 *
 * @param number as the spreadsheet shows it, from 1
 * @param cells those that are not empty, by column from 0
 */
public record TableRow(int number, SortedMap<Integer, Given> cells) {
  public TableRow {
    cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
  }
}
