package io.tanlian.cli.material;

import io.tanlian.cli.exchange.TraceAnswer;
import io.tanlian.cli.exchange.TraceAnswer.Brought;
import io.tanlian.cli.exchange.TraceAnswer.Step;
import io.tanlian.cli.exchange.TraceAnswer.Use;
import io.tanlian.cli.terminal.Printer;
import io.tanlian.cli.terminal.Printer.Tone;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says the way of material in words: a tier indented below the one it leads to. */
final class TraceWords {
  private static final String INDENT = "  ";

  /** Deeper tiers stand below each other; their numbers tell them apart. */
  private static final long INDENTS_MAX = 20;

  private TraceWords() {}

  static void show(TraceAnswer trace, Printer printer) {
    printer.line(
        "Followed %s over %d statements, at %d ledger entries."
            .formatted(trace.direction(), trace.steps().size(), trace.treeSize()));
    SortedMap<Long, List<Step>> tiers =
        trace.steps().stream()
            .collect(Collectors.groupingBy(Step::tier, TreeMap::new, Collectors.toList()));
    tiers.forEach((tier, steps) -> {
      String indent = INDENT.repeat((int) Math.min(tier, INDENTS_MAX));
      printer.line(indent + "Tier " + tier);
      steps.forEach(step -> show(step, indent + INDENT, printer));
    });
    if (!trace.complete()) {
      printer.line(Tone.WARNING, "There is more than one answer holds: start further on the way.");
    }
  }

  private static void show(Step step, String indent, Printer printer) {
    printer.line(
        "%sindex %d  %s%s  by %s%s"
            .formatted(
                indent,
                step.index(),
                step.type(),
                step.route().map(route -> " (" + words(route) + ")").orElse(""),
                step.issuer(),
                step.holder().equals(step.issuer()) ? "" : ", for " + step.holder()));
    String below = indent + INDENT;
    printer.line(below + step.statement());
    step.product().ifPresent(product -> printer.line(below + "claims content of " + product));
    batteries(step.identities(), below, printer);
    for (Use use : step.uses()) {
      printer.line(
          "%suses %s of %s lot %s: %s"
              .formatted(
                  below,
                  MassWords.kilograms(use.mass()),
                  use.statement(),
                  use.lot(),
                  MassWords.masses(use.contents())));
    }
    for (Brought brought : step.brings()) {
      printer.line(
          "%sbrings lot %s, %s of %s: %s"
              .formatted(
                  below,
                  brought.lot(),
                  MassWords.kilograms(brought.mass()),
                  brought.product(),
                  MassWords.masses(brought.contents())));
      batteries(brought.identities(), below + INDENT, printer);
    }
  }

  private static void batteries(List<String> identities, String indent, Printer printer) {
    if (!identities.isEmpty()) {
      printer.line(indent + "batteries: " + String.join(", ", identities));
    }
  }

  private static String words(String route) {
    return route.equals("secondLife") ? "second life" : route;
  }
}
