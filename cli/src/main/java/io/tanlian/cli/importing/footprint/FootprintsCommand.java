package io.tanlian.cli.importing.footprint;

import io.tanlian.cli.connection.LogKeyOption;
import io.tanlian.cli.connection.ServerOptions;
import io.tanlian.cli.exchange.Credentials;
import io.tanlian.cli.exchange.ExchangeClient;
import io.tanlian.cli.importing.table.Table;
import io.tanlian.cli.importing.table.TableFile;
import io.tanlian.cli.key.KeyFile;
import io.tanlian.cli.statement.PinnedLog;
import io.tanlian.cli.terminal.CannotRunException;
import io.tanlian.cli.terminal.ExitCode;
import io.tanlian.cli.terminal.Output;
import io.tanlian.cli.terminal.Printer;
import io.tanlian.cli.terminal.Printer.Tone;
import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.tlog.note.VerifierKey;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** Imports footprints. */
@Command(
    name = "footprints",
    description = {
      "Declare a footprint for each row of a CSV file or an Excel sheet: check, sign and publish.",
      "",
      "Every row is checked before the first is published; one error, and none is. Signing is done",
      "here: neither your key nor the table leaves this machine. Safe to run again: a row that is on",
      "the ledger is not published twice, and an import that was cut off goes on where it stopped.",
      "Limits: 100,000 rows; 128 MB; 32,767 characters in a cell. 1,000 errors are listed at most."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tanlian import footprints footprints.xlsx --dry-run --key supplier.jwk \\",
      "      --credentials supplier.json",
      "  tanlian import footprints footprints.csv --charset GB18030 --key supplier.jwk \\",
      "      --credentials supplier.json --out published/"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class FootprintsCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE",
      description = "The table, .csv or .xlsx, with the columns of the template in its first row.")
  private Path file;

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description = "Your private key (JWK).")
  private Path key;

  @Option(names = "--dry-run", description = "Check and sign everything, keep and publish nothing.")
  private boolean dryRun;

  @Option(
      names = "--sheet",
      paramLabel = "NAME",
      description = "The sheet of a workbook; by default its first.")
  private @Nullable String sheet;

  @Option(
      names = "--charset",
      paramLabel = "NAME",
      description = {
        "How a CSV file is written, GB18030 for one; by default UTF-8, or UTF-16 where the file",
        "begins with its mark."
      })
  private @Nullable Charset charset;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = {
        "The folder for signed statements and receipts, the same each time the import is run;",
        "by default FILE.published."
      })
  private @Nullable Path out;

  @Option(
      names = "--issuer",
      paramLabel = "ID",
      description = "Who declares; by default the participant in the credentials.")
  private @Nullable ParticipantId issuer;

  @Mixin private ServerOptions server;
  @Mixin private LogKeyOption logKey;
  @Mixin private Output output;

  @Override
  public Integer call() {
    Printer printer = output.printer();
    Optional<Credentials> credentials =
        dryRun ? server.credentialsIfAny(printer) : Optional.of(server.credentials(printer));
    VerifierKey log = logKey.require(credentials.flatMap(Credentials::logKey));
    Signatory signatory =
        new Signatory(issuer(credentials), log.name(), KeyFile.signing(key, printer));
    Table table = TableFile.read(file, Optional.ofNullable(sheet), Optional.ofNullable(charset));
    TableCheck check = TableCheck.of(table, signatory, printer);
    check.warnings().show(Tone.WARNING, printer);
    Optional<RowReader> reader = check.reader();
    if (!check.errors().isEmpty()) {
      return refused(check, printer);
    }
    if (check.rows() == 0 || reader.isEmpty()) {
      throw new CannotRunException(file + " has no rows below its header.");
    }
    return dryRun
        ? DryRun.report(check, credentials, printer)
        : publish(table, check, reader.get(), signatory, credentials.orElseThrow(), log, printer);
  }

  private int refused(TableCheck check, Printer printer) {
    check.errors().show(Tone.BAD, printer);
    String words =
        "%,d errors in %s. Nothing was published.".formatted(check.errors().count(), file);
    printer.line(Tone.BAD, words);
    printer.document(() -> {
      ObjectNode result = Printer.outcome("refused").put("detail", words);
      check.errors().write(result, "errors");
      check.warnings().write(result, "warnings");
      return result;
    });
    return ExitCode.REFUSED;
  }

  private int publish(
      Table table,
      TableCheck check,
      RowReader reader,
      Signatory signatory,
      Credentials credentials,
      VerifierKey log,
      Printer printer) {
    Path folder = out == null ? file.resolveSibling(file.getFileName() + ".published") : out;
    try (ExchangeClient client = ServerOptions.connect(credentials)) {
      RowPublisher publisher =
          new RowPublisher(signatory, new PinnedLog(client, log), KeptStatements.in(folder));
      return new RowsImport(publisher, reader, check, printer).publish(table);
    }
  }

  private ParticipantId issuer(Optional<Credentials> credentials) {
    return Optional.ofNullable(issuer)
        .or(() -> credentials.flatMap(Credentials::participant))
        .orElseThrow(() ->
            new CannotRunException(
                "Who declares? Give --issuer, or credentials with a participant."));
  }
}
