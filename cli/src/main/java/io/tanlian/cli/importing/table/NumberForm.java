package io.tanlian.cli.importing.table;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Excel makes of a number when it shows it (ECMA-376 part 1, 18.8.30). */
enum NumberForm {
  PLAIN,
  PERCENT,
  DATE;

  /** Formats that are in no file, since Excel knows them by number; 27 and on are Chinese dates. */
  private static final Set<Integer> PERCENT_IDS = Set.of(9, 10);

  static NumberForm of(@Nullable Integer id, @Nullable String format) {
    if (id != null && PERCENT_IDS.contains(id)) {
      return PERCENT;
    }
    if (id != null && isDateId(id)) {
      return DATE;
    }
    String said = format == null ? "" : format;
    // Texts in quotes, colours and currencies in brackets, and escaped letters are no fields.
    String fields =
        said.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.", "").toLowerCase(Locale.ROOT);
    if (fields.contains("%")) {
      return PERCENT;
    }
    return fields.matches("(?s).*[yd].*") && !fields.contains("general") ? DATE : PLAIN;
  }

  private static boolean isDateId(int id) {
    return between(14, id, 17)
        || id == 22
        || between(27, id, 31)
        || id == 36
        || between(50, id, 58);
  }

  private static boolean between(int first, int id, int last) {
    return first <= id && id <= last;
  }
}
