package io.tanlian.cli.importing.footprint;

import java.util.List;

/**
 * A column of a table of footprints: one field of PACT's {@code ProductFootprint}.
 *
 * @param name the field's path in PACT, {@code pcf.declaredUnitAmount} for one
 * @param unit of a decimal; may be empty
 * @param required whether every row must fill it
 * @param allowed the values there are; empty where that does not say it
 * @param example what the template has in its first row; may be empty
 * @param second the same in the second row, where only required columns are filled
 */
record FootprintColumn(
    String name,
    Kind kind,
    String unit,
    boolean required,
    List<String> allowed,
    String example,
    String second,
    String english,
    String chinese) {
  FootprintColumn {
    allowed = List.copyOf(allowed);
  }

  /** The names of the objects around the field, the outermost first, and its own at the end. */
  List<String> path() {
    return List.of(name.split("\\.", -1));
  }

  /** The field's place in the claim (RFC 6901). */
  String pointer() {
    return FootprintColumns.FOOTPRINT + "/" + name.replace('.', '/');
  }
}
