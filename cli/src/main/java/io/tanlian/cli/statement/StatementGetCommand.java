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
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.statement.ReadStatement;
import io.tanlian.contracts.statement.StatementReader;
import io.tanlian.tlog.note.VerifierKey;
import java.nio.file.Path;
import java.util.List;
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
      "Fetch a published statement, and verify that it is the one asked for and its receipt.",
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
      return unproved(
          "The exchange's receipt does not prove that this statement is on the ledger.",
          held,
          printer);
    }
    return switch (StatementReader.read(held.signed())) {
      case Outcome.Refused<ReadStatement>(List<Problem> problems) ->
          unproved(
              "What the exchange handed out is not a statement with its own disclosures: "
                  + problems.getFirst().detail(),
              held,
              printer);
      case Outcome.Accepted<ReadStatement>(ReadStatement read)
          when !read.statement().id().equals(id) ->
          unproved(
              "The exchange handed out another statement than the one asked for: "
                  + read.statement().id().value(),
              held,
              printer);
      case Outcome.Accepted<ReadStatement>(ReadStatement read) ->
          proved(held, proved, read, log, printer);
    };
  }

  private int unproved(String words, HeldStatement held, Printer printer) {
    printer.line(Tone.BAD, words);
    printer.document(() ->
        Printer.outcome("unproved")
            .put("detail", words)
            .put("statement", id.value())
            .put("receipt", held.receipt()));
    return ExitCode.TAMPERED;
  }

  private int proved(
      HeldStatement held,
      ReceiptVerdict.Proved proved,
      ReadStatement read,
      VerifierKey log,
      Printer printer) {
    String type = read.statement().type().wireName();
    String issuer = read.statement().issuer().value();
    if (out != null) {
      OutputFile.create(out, held.signed().format() + "\n");
      OutputFile.replace(out.resolveSibling(out.getFileName() + ".receipt"), held.receipt());
    }
    printer.table(
        new Table()
            .row("statement", id.value())
            .row("type", type)
            .row("issuer", issuer)
            .row("index", Long.toString(proved.index()))
            .row("receipt", "verified with the key of " + log.name())
            .row(
                "disclosures",
                held.signed().disclosures().size()
                    + (read.complete() ? ", all of them" : ", others are not for you")));
    printer.document(() ->
        Printer.outcome("proved")
            .put("statement", id.value())
            .put("type", type)
            .put("issuer", issuer)
            .put("index", proved.index())
            .put("complete", read.complete())
            .put("signed", held.signed().format())
            .put("receipt", held.receipt()));
    return ExitCode.OK;
  }
}
