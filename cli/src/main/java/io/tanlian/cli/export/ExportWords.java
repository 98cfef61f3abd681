package io.tanlian.cli.export;

import io.tanlian.cli.terminal.Printer;
import io.tanlian.cli.terminal.Printer.Tone;
import io.tanlian.contracts.evidence.Evidence;
import io.tanlian.contracts.evidence.Remark;
import java.util.List;

/** Says what an export lacks and what proves it. */
final class ExportWords {
  private ExportWords() {}

  static void show(
      List<Remark> missing, List<Remark> doubts, List<Evidence> evidence, Printer printer) {
    printer.line(
        "%d statements stand behind it, each with a receipt verified here."
            .formatted(evidence.size()));
    lines(Tone.WARNING, "Missing:", missing, printer);
    lines(Tone.WARNING, "To bear in mind:", doubts, printer);
    if (missing.isEmpty()) {
      printer.line(Tone.GOOD, "Nothing is missing.");
    }
  }

  private static void lines(Tone tone, String title, List<Remark> remarks, Printer printer) {
    if (!remarks.isEmpty()) {
      printer.line(tone, title);
      remarks.forEach(remark -> printer.line("  " + remark.pointer() + ": " + remark.words()));
    }
  }
}
