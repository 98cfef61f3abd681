package io.tanlian.cli.connection;

import io.tanlian.cli.terminal.Printer;
import io.tanlian.cli.terminal.Printer.Tone;
import io.tanlian.verifier.Finding;
import io.tanlian.verifier.Severity;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** Shows what a check found. */
public final class Findings {
  private Findings() {}

  /** The findings in words, in their order. */
  public static void show(List<Finding> findings, Printer printer) {
    for (Finding finding : findings) {
      printer.line(tone(finding.severity()), "  " + name(finding.severity()) + ":");
      printer.problems(List.of(finding.problem()));
    }
  }

  /** A finding as the native API writes it. */
  public static ObjectNode json(Finding finding) {
    return Printer.json(finding.problem()).put("severity", name(finding.severity()));
  }

  private static Tone tone(Severity severity) {
    return switch (severity) {
      case ERROR -> Tone.BAD;
      case WARNING -> Tone.WARNING;
      case INFO -> Tone.GOOD;
    };
  }

  private static String name(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }
}
