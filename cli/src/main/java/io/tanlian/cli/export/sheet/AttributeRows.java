package io.tanlian.cli.export.sheet;

import java.util.ArrayList;
import java.util.List;

/** A sheet with one attribute in a row: its name, where it is defined, value and unit. */
public final class AttributeRows {
  private static final List<Column> COLUMNS =
      List.of(
          new Column("Attribute", 52),
          new Column("Reference", 30),
          new Column("Value", 48),
          new Column("Unit", 24));

  private final List<List<Cell>> rows = new ArrayList<>();

  public AttributeRows row(String attribute, String reference, Cell value, String unit) {
    rows.add(List.of(Cell.of(attribute), Cell.of(reference), value, Cell.of(unit)));
    return this;
  }

  public AttributeRows row(String attribute, String reference, Cell value) {
    rows.add(List.of(Cell.of(attribute), Cell.of(reference), value, new Cell.Empty()));
    return this;
  }

  public Sheet sheet(String name) {
    return new Sheet(name, COLUMNS, rows);
  }
}
