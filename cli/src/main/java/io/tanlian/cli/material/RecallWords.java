package io.tanlian.cli.material;

import io.tanlian.cli.exchange.RecallAnswer;
import io.tanlian.cli.exchange.RecallAnswer.Product;
import io.tanlian.cli.exchange.RecallAnswer.SecondLife;
import io.tanlian.cli.exchange.RecallAnswer.Stock;
import io.tanlian.cli.terminal.Printer;
import io.tanlian.cli.terminal.Printer.Tone;
import io.tanlian.cli.terminal.Table;
import java.util.List;

/** Says in words where material of a batch may be. */
final class RecallWords {
  private RecallWords() {}

  static void show(RecallAnswer recall, Printer printer) {
    printer.line("At " + recall.treeSize() + " ledger entries, some of it may be in:");
    products(recall.products(), printer);
    secondLife(recall.secondLife(), printer);
    stocks(recall.stocks(), printer);
    if (!recall.complete()) {
      printer.line(Tone.WARNING, "There is more than one answer holds: this is not all of it.");
    }
  }

  private static void products(List<Product> products, Printer printer) {
    printer.line(headline("Products", products));
    Table table = new Table();
    for (Product one : products) {
      table.row(
          "  " + one.product(),
          one.year(),
          one.plant(),
          one.issuer(),
          "index " + one.index(),
          batteries(one.identities()));
    }
    printer.table(table);
  }

  private static void secondLife(List<SecondLife> batteries, Printer printer) {
    printer.line(headline("Batteries in second life", batteries));
    Table table = new Table();
    for (SecondLife one : batteries) {
      table.row(
          "  " + one.product(),
          "lot " + one.lot(),
          one.holder(),
          one.statement().value(),
          batteries(one.identities()));
    }
    printer.table(table);
  }

  private static void stocks(List<Stock> stocks, Printer printer) {
    printer.line(headline("Stocks", stocks));
    Table table = new Table();
    for (Stock one : stocks) {
      table.row(
          "  " + one.product(),
          "lot " + one.lot(),
          MassWords.kilograms(one.massLeft()),
          one.holder(),
          one.statement().value(),
          one.offered() ? "offered, not accepted" : "");
    }
    printer.table(table);
  }

  private static String headline(String what, List<?> found) {
    return what + ": " + (found.isEmpty() ? "none" : Integer.toString(found.size()));
  }

  private static String batteries(List<String> identities) {
    return String.join(", ", identities);
  }
}
