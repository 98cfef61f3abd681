package io.tanlian.cli.importing.footprint;

/** A cell is not written as those of its column are. */
final class WrongCell extends Exception {
  private final String rule;
  private final String remedy;

  WrongCell(String rule, String remedy) {
    super(rule, null, false, false);
    this.rule = rule;
    this.remedy = remedy;
  }

  String rule() {
    return rule;
  }

  String remedy() {
    return remedy;
  }
}
