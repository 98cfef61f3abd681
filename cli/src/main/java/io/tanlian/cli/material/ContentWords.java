package io.tanlian.cli.material;

import io.tanlian.cli.exchange.RecycledContentAnswer;
import io.tanlian.cli.exchange.RecycledContentAnswer.Share;
import io.tanlian.cli.exchange.RecycledContentAnswer.Source;
import io.tanlian.cli.exchange.RecycledContentAnswer.Verdict;
import io.tanlian.cli.terminal.Printer;
import io.tanlian.cli.terminal.Printer.Tone;
import io.tanlian.cli.terminal.Table;
import java.util.List;

/** Says in words how much of a product is recycled, and what that stands on. */
final class ContentWords {
  private ContentWords() {}

  static void show(RecycledContentAnswer content, Printer printer) {
    printer.line(content.product().value());
    printer.table(
        new Table()
            .row("  made at", content.plant() + " in " + content.year())
            .row("  claimed by", content.issuer().value())
            .row("  claim", content.claim() + " at index " + content.index())
            .row("  method", content.method().wireName())
            .row("  ledger entries", Long.toString(content.treeSize())));
    content
        .correctedAt()
        .ifPresent(at ->
            printer.line(
                Tone.WARNING, "Undone by the entry at index " + at + ": it claims nothing now."));
    shares(content.shares(), printer);
    sources(content.sources(), printer);
    verdicts(content.verdicts(), printer);
    proof(content, printer);
  }

  private static void shares(List<Share> shares, Printer printer) {
    printer.line("Recycled:");
    Table table = new Table();
    for (Share one : shares) {
      table.row(
          "  " + one.material(),
          one.origin().wireName(),
          "in " + one.boundary().wireName(),
          "%s of %s"
              .formatted(MassWords.kilograms(one.recycled()), MassWords.kilograms(one.total())),
          "share " + one.share().toPlainString(),
          "claimed " + one.claimed().toPlainString());
    }
    printer.table(table);
  }

  private static void sources(List<Source> sources, Printer printer) {
    printer.line("It goes back to these recoveries:");
    Table table = new Table();
    for (Source one : sources) {
      table.row(
          "  index " + one.index(),
          MassWords.masses(List.of(one.mass())),
          one.recycler().value(),
          one.plant().value(),
          one.recovery().value());
    }
    printer.table(table);
  }

  private static void verdicts(List<Verdict> verdicts, Printer printer) {
    printer.line("By the rule packs on the ledger:");
    Table table = new Table();
    for (Verdict one : verdicts) {
      table.row(
          "  " + one.pack() + " version " + one.version(),
          one.material().code(),
          "in " + one.boundary().wireName(),
          words(one));
    }
    printer.table(table);
  }

  private static String words(Verdict verdict) {
    String verb = verdict.verdict().equals("notJudged") ? "not judged" : verdict.verdict();
    return verb
        + verdict.share().map(share -> ", " + share.toPlainString()).orElse("")
        + verdict.atLeast().map(least -> " where " + least.toPlainString() + " is asked").orElse("")
        + verdict.reason().map(reason -> ": " + reason).orElse("");
  }

  private static void proof(RecycledContentAnswer content, Printer printer) {
    if (content.complete()) {
      printer.line(
          Tone.GOOD, "Statements behind it, each with a receipt: " + content.proof().size());
    } else {
      printer.line(
          Tone.WARNING,
          "More statements stand behind it than one answer holds: %s, and the %d receipts are not all."
              .formatted(
                  content.sources().isEmpty()
                      ? "no recoveries are named"
                      : "the recoveries are all named",
                  content.proof().size()));
      printer.line("The receipt of any other comes with the statement: tanlian statement get.");
    }
  }
}
