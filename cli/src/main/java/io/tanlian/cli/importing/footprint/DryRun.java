package io.tanlian.cli.importing.footprint;

import io.tanlian.cli.connection.Refusals;
import io.tanlian.cli.connection.ServerOptions;
import io.tanlian.cli.exchange.Credentials;
import io.tanlian.cli.exchange.ExchangeClient;
import io.tanlian.cli.exchange.Reply;
import io.tanlian.cli.terminal.CannotRunException;
import io.tanlian.cli.terminal.ExitCode;
import io.tanlian.cli.terminal.Printer;
import io.tanlian.cli.terminal.Printer.Tone;
import io.tanlian.contracts.identifier.StatementId;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Says what an import would do, and what only the exchange can tell once it is done. */
final class DryRun {
  private static final int NOT_FOUND = 404;
  private static final List<String> UNCHECKED =
      List.of(
          "that your key is enrolled and you are admitted as a supplier",
          "that no footprint of another import has one of these ids",
          "that precedingPfIds names earlier footprints of yours");

  private DryRun() {}

  /** Reports on a table without errors; returns the exit code. */
  static int report(TableCheck check, Optional<Credentials> credentials, Printer printer) {
    Optional<String> exchange =
        credentials.flatMap(known -> check.first().map(first -> answer(known, first, printer)));
    if (exchange.filter(String::isEmpty).isPresent()) {
      return ExitCode.REFUSED;
    }
    printer.line(
        Tone.GOOD,
        "%,d rows checked and signed here, nothing is wrong. Nothing was published."
            .formatted(check.rows()));
    exchange.ifPresent(printer::line);
    printer.line("Not checked, for the exchange checks this only when it records:");
    UNCHECKED.forEach(one -> printer.line("  " + one));
    printer.document(() -> json(check, exchange));
    return ExitCode.OK;
  }

  /** What asking for a statement shows about the credentials; empty where they are refused. */
  private static String answer(Credentials credentials, StatementId first, Printer printer) {
    try (ExchangeClient client = ServerOptions.connect(credentials)) {
      return switch (client.statement(first)) {
        case Reply.Received<?> _ ->
            "The exchange lets you in; the first row is on its ledger already.";
        case Reply.Refused<?>(var refusal) when refusal.status() == NOT_FOUND ->
            "The exchange lets you in; the first row is not on its ledger yet.";
        case Reply.Refused<?>(var refusal) -> {
          Refusals.lines(refusal, printer);
          printer.document(() -> Refusals.json(refusal));
          yield "";
        }
        case Reply.Failed<?>(String why) ->
            throw new CannotRunException(
                "The rows are right, but the exchange cannot be asked. " + why);
      };
    }
  }

  private static ObjectNode json(TableCheck check, Optional<String> exchange) {
    ObjectNode result = Printer.outcome("checked").put("rows", check.rows());
    check.warnings().write(result, "warnings");
    exchange.ifPresent(words -> result.put("exchange", words));
    var unchecked = result.putArray("unchecked");
    UNCHECKED.forEach(unchecked::add);
    return result;
  }
}
