package io.tanlian.cli.importing.footprint;

import io.tanlian.cli.terminal.Printer;
import io.tanlian.cli.terminal.Printer.Tone;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Problems as they are found; all are counted, the first {@value #keptMax} kept. */
final class RowProblems {
  /** Enough to correct a table by; in more rows the same is wrong again. */
  static final int keptMax = 1_000;

  private final List<RowProblem> kept = new ArrayList<>();
  private long count;

  void add(RowProblem problem) {
    count++;
    if (kept.size() < keptMax) {
      kept.add(problem);
    }
  }

  boolean isEmpty() {
    return count == 0;
  }

  long count() {
    return count;
  }

  void show(Tone tone, Printer printer) {
    for (RowProblem problem : kept) {
      printer.line(tone, problem.words());
      if (!problem.problem().remedy().isEmpty()) {
        printer.line("      " + problem.problem().remedy());
      }
    }
    if (count > kept.size()) {
      printer.line("and %,d more".formatted(count - kept.size()));
    }
  }

  /** Adds the kept ones to a result, and how many there are. */
  void write(ObjectNode result, String name) {
    result.put(name + "Count", count);
    var list = result.putArray(name);
    kept.forEach(problem -> list.add(problem.json()));
  }
}
