package io.tanlian.contracts.pact.translation;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** The IPCC's reports by number: version 2 names the earliest used, and knows AR5 and AR6 only. */
final class AssessmentReport {
  private static final String FIELD = "/pcf/characterizationFactors";
  private static final int FIRST_KNOWN = 5;
  private static final int LAST_KNOWN = 6;
  private static final Pattern NAME = Pattern.compile("AR([0-9]{1,4})");

  private AssessmentReport() {}

  static String earliest(List<String> reports, Losses losses) {
    OptionalInt earliest = number(reports);
    int known = Math.clamp(earliest.orElse(LAST_KNOWN), FIRST_KNOWN, LAST_KNOWN);
    if (earliest.isEmpty()) {
      losses.assumed(FIELD, "No report is named; the latest that version 2 knows is written.");
    } else if (earliest.getAsInt() != known) {
      losses.changed(
          "/pcf/ipccCharacterizationFactors",
          FIELD,
          "AR%d is none that version 2 knows here; the nearest is written."
              .formatted(earliest.getAsInt()));
    }
    return "AR" + known;
  }

  /** Whether a report is the earliest of some, as version 2 names it. */
  static boolean isEarliest(String report, List<String> reports) {
    OptionalInt earliest = number(reports);
    return earliest.isPresent()
        && report.equals("AR" + Math.clamp(earliest.getAsInt(), FIRST_KNOWN, LAST_KNOWN));
  }

  private static OptionalInt number(List<String> reports) {
    return reports.stream()
        .map(NAME::matcher)
        .filter(name -> name.matches())
        .mapToInt(name -> Integer.parseInt(name.group(1)))
        .min();
  }
}
