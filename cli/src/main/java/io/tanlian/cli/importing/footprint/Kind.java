package io.tanlian.cli.importing.footprint;

import io.tanlian.contracts.json.WireName;

/** How a cell of a column is written. */
enum Kind implements WireName {
  TEXT("text", "text", "文本"),
  DECIMAL(
      "decimal",
      "a number with a decimal point, without thousands separators",
      "数字，小数点用“.”，不用千位分隔符"),
  TIME(
      "time",
      "a date, or a time with its offset such as 2026-01-31T08:00:00+08:00; a date is its first moment in UTC",
      "日期，或带时区的时间，如 2026-01-31T08:00:00+08:00；只写日期表示该日 0 时（UTC）"),
  FLAG("flag", "true or false", "true 或 false"),
  /** Several values without blanks within. */
  WORDS("words", "one or more values, separated by blanks or line breaks", "一个或多个值，用空格或换行分隔"),
  /** Several values that may have blanks within. */
  LINES("lines", "one or more values, separated by semicolons or line breaks", "一个或多个值，用分号或换行分隔"),
  /** Several sources of emission factors. */
  SOURCES(
      "sources",
      "one or more name@version, separated by semicolons or line breaks",
      "一个或多个“名称@版本”，用分号或换行分隔");

  private final String wireName;
  private final String english;
  private final String chinese;

  Kind(String wireName, String english, String chinese) {
    this.wireName = wireName;
    this.english = english;
    this.chinese = chinese;
  }

  static Kind parse(String wireName) {
    return WireName.parse(Kind.class, "a kind of column", wireName);
  }

  @Override
  public String wireName() {
    return wireName;
  }

  String english() {
    return english;
  }

  String chinese() {
    return chinese;
  }
}
