package io.tanlian.cli.material;

import io.tanlian.cli.exchange.HoldingAnswer;
import io.tanlian.cli.exchange.HoldingAnswer.BatchLeft;
import io.tanlian.cli.exchange.MaterialMass;
import io.tanlian.cli.terminal.Printer;
import io.tanlian.cli.terminal.Printer.Tone;
import io.tanlian.cli.terminal.Table;
import io.tanlian.contracts.material.CustodyModel;

/** Says in words what a statement brought, and what is left of it. */
final class HoldingWords {
  private HoldingWords() {}

  static void show(HoldingAnswer holding, Printer printer) {
    printer.line(holding.statement().value());
    printer.table(
        new Table()
            .row("  type", holding.type() + " at index " + holding.index())
            .row("  issuer", holding.issuer())
            .row("  holder", holding.holder())
            .row("  custody", custody(holding))
            .row("  ledger entries", Long.toString(holding.treeSize())));
    holding
        .correctedAt()
        .ifPresent(at ->
            printer.line(
                Tone.WARNING,
                "Undone by the entry at index " + at + ": none of it can be used any more."));
    holding.batches().forEach(batch -> show(batch, printer));
  }

  /** One batch, and what is left of it. */
  static void show(BatchLeft batch, Printer printer) {
    printer.line(
        "Lot %s of %s%s%s:"
            .formatted(
                batch.lot(),
                batch.product(),
                batch.compound().map(formula -> ", " + formula).orElse(""),
                batch.replacesPrimary() ? "" : ", does not replace primary material yet"));
    Table table =
        new Table()
            .row("", "brought", "left")
            .row(
                "  mass", MassWords.kilograms(batch.mass()), MassWords.kilograms(batch.massLeft()));
    for (MaterialMass content : batch.contents()) {
      table.row(
          "  " + MassWords.name(content.what()),
          MassWords.kilograms(content.kilograms()),
          MassWords.of(content.what(), batch.left()));
    }
    printer.table(table);
    if (!batch.identities().isEmpty()) {
      printer.line("  batteries: " + String.join(", ", batch.identities()));
    }
  }

  private static String custody(HoldingAnswer holding) {
    return holding.custody().map(CustodyModel::wireName).orElse("none")
        + holding.site().map(site -> ", in the account of " + site).orElse("")
        + holding.usableUntil().map(day -> ", usable until " + day).orElse("");
  }
}
