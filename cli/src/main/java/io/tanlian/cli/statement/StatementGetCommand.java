package io.tanlian.cli.statement;

import io.tanlian.cli.connection.LogKeyOption;
import io.tanlian.cli.connection.Refusals;
import io.tanlian.cli.connection.ServerOptions;
import io.tanlian.cli.exchange.Credentials;
import io.tanlian.cli.exchange.ExchangeClient;
import io.tanlian.cli.exchange.HeldStatement;
import io.tanlian.cli.file.OutputFile;
import io.tanlian.cli.receipt.ReceiptVerdict;
import io.tanlian.cli.terminal.ExitCode;
import io.tanlian.cli.terminal.Output;
import io.tanlian.cli.terminal.Printer;
import io.tanlian.cli.terminal.Printer.Tone;
import io.tanlian.cli.terminal.Table;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.tlog.note.VerifierKey;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fetches a statement. */
@Command(
    name = "get",
    description = {
      "Fetch a published statement and verify its receipt.",
      "",
      "It comes with those of its disclosures that you may see. With --out both are kept, to be",
      "verified again at any time."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tanlian statement get urn:uuid:5d7a9f0e-54a0-4c3b-9f39-0a8c3e1b2f11 \\",
      "      --credentials leadfirm.json --out copy.sd-jwt",
      "  tanlian receipt verify copy.sd-jwt.receipt --statement copy.sd-jwt \\",
      "      --credentials leadfirm.json"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class StatementGetCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ID", description = "The statement's id, urn:uuid:...")
  private StatementId id;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the statement to this new file, and its receipt to FILE.receipt.")
  private @Nullable Path out;

  @Mixin private ServerOptions server;
  @Mixin private LogKeyOption logKey;
  @Mixin private Output output;

  @Override
  public Integer call() {
    Printer printer = output.printer();
    Credentials credentials = server.credentials(printer);
    VerifierKey log = logKey.require(credentials.logKey());
    try (ExchangeClient client = ServerOptions.connect(credentials)) {
      return Refusals.show(client.statement(id), printer, held -> show(held, log, printer));
    }
  }

  private int show(HeldStatement held, VerifierKey log, Printer printer) {
    if (!(ReceiptVerdict.of(held.receipt(), held.signed(), log)
        instanceof ReceiptVerdict.Proved proved)) {
      printer.line(
          Tone.BAD, "The exchange's receipt does not prove that this statement is on the ledger.");
      printer.document(() ->
          Printer.outcome("unproved").put("statement", id.value()).put("receipt", held.receipt()));
      return ExitCode.TAMPERED;
    }
    if (out != null) {
      OutputFile.create(out, held.signed().format() + "\n");
      OutputFile.replace(out.resolveSibling(out.getFileName() + ".receipt"), held.receipt());
    }
    printer.table(
        new Table()
            .row("statement", held.statement().value())
            .row("type", held.type())
            .row("issuer", held.issuer())
            .row("index", Long.toString(proved.index()))
            .row("receipt", "verified with the key of " + log.name())
            .row(
                "disclosures",
                held.signed().disclosures().size()
                    + (held.complete() ? ", all of them" : ", others are not for you")));
    printer.document(() ->
        Printer.outcome("proved")
            .put("statement", held.statement().value())
            .put("type", held.type())
            .put("issuer", held.issuer())
            .put("index", proved.index())
            .put("complete", held.complete())
            .put("signed", held.signed().format())
            .put("receipt", held.receipt()));
    return ExitCode.OK;
  }
}
