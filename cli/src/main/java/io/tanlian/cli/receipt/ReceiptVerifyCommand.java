package io.tanlian.cli.receipt;

import io.tanlian.cli.connection.CredentialsFile;
import io.tanlian.cli.connection.LogKeyOption;
import io.tanlian.cli.exchange.Credentials;
import io.tanlian.cli.file.InputFile;
import io.tanlian.cli.file.StatementFile;
import io.tanlian.cli.terminal.ExitCode;
import io.tanlian.cli.terminal.Output;
import io.tanlian.cli.terminal.Printer;
import io.tanlian.cli.terminal.Table;
import io.tanlian.tlog.note.VerifierKey;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Verifies a receipt offline. */
@Command(
    name = "verify",
    description = {
      "Verify that a receipt proves a statement to be on the ledger.",
      "",
      "Asks nobody: works offline, and after the exchange is gone.",
      "",
      "Exit code 0: proved. 3: not proved, so one of the files was changed or does not belong here."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tanlian receipt verify footprint.sd-jwt.receipt --statement footprint.sd-jwt \\",
      "      --log-key exchange.example/log+1a2b3c4d+AW...",
      "  tanlian receipt verify f.receipt --statement f.sd-jwt --credentials supplier.json --json"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class ReceiptVerifyCommand implements Callable<Integer> {
  @Parameters(paramLabel = "RECEIPT", description = "The receipt (C2SP tlog-proof).")
  private Path receipt;

  @Option(
      names = "--statement",
      required = true,
      paramLabel = "FILE",
      description = "The signed statement (jwt~...~) it is for.")
  private Path statement;

  @Option(
      names = "--credentials",
      paramLabel = "FILE",
      defaultValue = "${env:TANLIAN_CREDENTIALS}",
      description = "Take the log key from this file; the exchange is not asked.")
  private @Nullable Path credentials;

  @Mixin private LogKeyOption logKey;
  @Mixin private Output output;

  @Override
  public Integer call() {
    Printer printer = output.printer();
    Optional<VerifierKey> known =
        Optional.ofNullable(credentials)
            .map(file -> CredentialsFile.read(file, printer))
            .flatMap(Credentials::logKey);
    VerifierKey log = logKey.require(known);
    return show(
        ReceiptVerdict.of(InputFile.text(receipt), StatementFile.read(statement), log),
        log,
        printer);
  }

  private static int show(ReceiptVerdict verdict, VerifierKey log, Printer printer) {
    return switch (verdict) {
      case ReceiptVerdict.Proved proved -> {
        printer.line(Printer.Tone.GOOD, "Proved: the statement is on the ledger.");
        printer.table(
            new Table()
                .row("  log", log.name())
                .row("  index", Long.toString(proved.index()))
                .row("  tree size", Long.toString(proved.treeSize()))
                .row("  entry type", proved.entry().type())
                .row("  time (the exchange's claim)", proved.entry().time().toString()));
        printer.document(() ->
            Printer.outcome("proved")
                .put("log", log.name())
                .put("index", proved.index())
                .put("treeSize", proved.treeSize())
                .put("type", proved.entry().type())
                .put("time", proved.entry().time().toString()));
        yield ExitCode.OK;
      }
      case ReceiptVerdict.Unproved(String reason) -> {
        printer.line(Printer.Tone.BAD, "Not proved: " + reason + ".");
        printer.line(
            "The receipt belongs to another statement or log, or one of the files was changed.");
        printer.document(() -> Printer.outcome("unproved").put("detail", reason));
        yield ExitCode.TAMPERED;
      }
    };
  }
}
