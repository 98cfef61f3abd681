package io.tanlian.cli.footprint;

import io.tanlian.cli.exchange.ServedFigure;
import io.tanlian.cli.terminal.Printer;
import io.tanlian.cli.terminal.Printer.Tone;
import io.tanlian.cli.terminal.Table;
import java.math.MathContext;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Says an exchange's roll-up in words. Read of it: {@code product, asOf, declaredUnit{amount,unit},
 * perDeclaredUnit{pcfExcludingBiogenicUptake,pcfIncludingBiogenicUptake},
 * contributions[{product,total,sharePercent}], primaryDataSharePercent, missing[{product,words}],
 * recyclingMethods[], recycled[{product,method,share,change}], doubts[{product,words}],
 * stale[{product,cause,since}], pins[{statement,index}]}; a member that is missing is said to be
 * unknown.
 */
final class FootprintWords {
  private static final int LARGEST = 3;

  /** Digits shown; the exact figures are in the JSON. */
  private static final MathContext SHOWN = new MathContext(6);

  private FootprintWords() {}

  static void show(JsonNode answer, Printer printer) {
    printer.line(text(answer, "product"));
    JsonNode unit = answer.path("declaredUnit");
    JsonNode total = answer.path("perDeclaredUnit");
    printer.table(
        new Table()
            .row(
                "  total",
                figure(total, "pcfExcludingBiogenicUptake") + " kgCO2e",
                "per " + text(unit, "amount") + " " + text(unit, "unit"))
            .row(
                "  with biogenic uptake",
                figure(total, "pcfIncludingBiogenicUptake") + " kgCO2e",
                "")
            .row("  primary data", figure(answer, "primaryDataSharePercent") + " %", "")
            .row("  ledger entries", text(answer, "asOf"), ""));
    contributions(answer.path("contributions"), printer);
    missing(answer.path("missing"), printer);
    recycled(answer, printer);
    doubts(answer.path("doubts"), printer);
    stale(answer.path("stale"), printer);
    pins(answer.path("pins"), printer);
  }

  private static void contributions(JsonNode contributions, Printer printer) {
    printer.line("Largest contributions, per unit:");
    Table table = new Table();
    for (int i = 0; i < Math.min(LARGEST, contributions.size()); i++) {
      JsonNode one = contributions.get(i);
      table.row(
          "  " + text(one, "product"),
          figure(one, "total") + " kgCO2e",
          figure(one, "sharePercent") + " %");
    }
    printer.table(table);
  }

  private static void missing(JsonNode missing, Printer printer) {
    if (missing.isEmpty()) {
      printer.line(Tone.GOOD, "Nothing is missing.");
      return;
    }
    printer.line(Tone.WARNING, "Missing, so that the total is too low:");
    Table table = new Table();
    for (JsonNode one : missing) {
      table.row("  " + text(one, "product"), text(one, "words"));
    }
    printer.table(table);
  }

  private static void recycled(JsonNode answer, Printer printer) {
    JsonNode recycled = answer.path("recycled");
    if (recycled.isEmpty()) {
      return;
    }
    String methods =
        answer
            .path("recyclingMethods")
            .valueStream()
            .map(JsonNode::asString)
            .collect(Collectors.joining(" and "));
    printer.line("Recycled input, counted by " + methods + ", and what it changes per unit:");
    Table table = new Table();
    for (JsonNode one : recycled) {
      table.row(
          "  " + text(one, "product"),
          text(one, "method"),
          "share " + figure(one, "share"),
          figure(one, "change") + " kgCO2e");
    }
    printer.table(table);
  }

  private static void doubts(JsonNode doubts, Printer printer) {
    if (doubts.isEmpty()) {
      return;
    }
    printer.line(Tone.WARNING, "Doubtful:");
    Table table = new Table();
    for (JsonNode one : doubts) {
      table.row("  " + text(one, "product"), text(one, "words"));
    }
    printer.table(table);
  }

  private static void stale(JsonNode stale, Printer printer) {
    if (stale.isEmpty()) {
      return;
    }
    printer.line(Tone.WARNING, "Stale, because computed from:");
    Table table = new Table();
    for (JsonNode one : stale) {
      table.row("  " + text(one, "product"), text(one, "cause") + " since " + text(one, "since"));
    }
    printer.table(table);
  }

  private static void pins(JsonNode pins, Printer printer) {
    printer.line("Computed from these statements (pins):");
    Table table = new Table();
    for (JsonNode pin : pins) {
      table.row("  " + text(pin, "statement"), "index " + text(pin, "index"));
    }
    printer.table(table);
  }

  private static String text(JsonNode object, String name) {
    return object.path(name).asString("unknown");
  }

  private static String figure(JsonNode object, String name) {
    String text = text(object, name);
    return ServedFigure.parse(text).map(figure -> figure.round(SHOWN).toPlainString()).orElse(text);
  }
}
