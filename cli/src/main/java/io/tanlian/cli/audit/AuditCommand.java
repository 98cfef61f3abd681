package io.tanlian.cli.audit;

import io.tanlian.cli.connection.LogKeyOption;
import io.tanlian.cli.connection.ServerOptions;
import io.tanlian.cli.exchange.Credentials;
import io.tanlian.cli.exchange.ExchangeClient;
import io.tanlian.cli.file.InputFile;
import io.tanlian.cli.terminal.CannotRunException;
import io.tanlian.cli.terminal.Output;
import io.tanlian.cli.terminal.Printer;
import io.tanlian.tlog.checkpoint.Receipt;
import io.tanlian.tlog.note.VerifierKey;
import io.tanlian.tlog.witness.WitnessQuorum;
import io.tanlian.verifier.audit.Audit;
import io.tanlian.verifier.audit.AuditDirectory;
import io.tanlian.verifier.audit.AuditOptions;
import io.tanlian.verifier.audit.AuditReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Audits an exchange. */
@Command(
    name = "audit",
    description = {
      "Check an exchange's whole history; trusts nothing but the pinned log key.",
      "",
      "Downloads the history, proves that it is what the log signed, judges every statement and",
      "computes every footprint again.",
      "",
      "The folder keeps what was verified: the next run downloads what is new, and finds a",
      "history that was rewritten since. The result is also written to report.json in it.",
      "",
      "Exit code 0: clean. 1: errors or warnings. 2: could not run. 3: tampered."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tanlian audit --out audit/ --credentials auditor.json",
      "  tanlian audit --server https://exchange.example:8443 --out audit/ \\",
      "      --credentials auditor.json --log-key exchange.example/log+1a2b3c4d+AW... --json",
      "  tanlian audit --out audit/ --credentials auditor.json --receipt footprint.receipt",
      "  tanlian audit --out audit/ --credentials auditor.json \\",
      "      --witness witness.example/w1+1a2b3c4d+BM... --witness other.example+5e6f7a8b+BA..."
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class AuditCommand implements Callable<Integer> {
  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder to audit into; use the same one each time.")
  private Path out;

  @Option(
      names = "--receipt",
      paramLabel = "FILE",
      description = "A receipt somebody kept: the log must still hold what it proves. Repeatable.")
  private List<Path> receipts = List.of();

  @Option(
      names = "--fetch-all",
      description = "Download also what earlier runs verified, to find damage to old tiles.")
  private boolean fetchAll;

  @Option(
      names = "--compare-answers",
      description = "Ask the exchange for its own footprints, and compare.")
  private boolean compareAnswers;

  @Option(
      names = "--witness",
      paramLabel = "VKEY",
      description = {
        "A witness that must have cosigned what is audited, by its public key. Repeatable.",
        "The audit then takes the newest checkpoint with enough cosignatures."
      })
  private List<VerifierKey> witnesses = List.of();

  @Option(
      names = "--witness-quorum",
      paramLabel = "N",
      description = "How many of them must have; by default all.")
  private @Nullable Integer witnessQuorum;

  @Mixin private ServerOptions server;
  @Mixin private LogKeyOption logKey;
  @Mixin private Output output;

  @Override
  public Integer call() {
    Printer printer = output.printer();
    Credentials credentials = server.credentials(printer);
    PinnedLogKey pinned = new PinnedLogKey(out);
    VerifierKey log = logKey.require(credentials.logKey().or(pinned::read));
    pinned.pin(log);
    AuditOptions options =
        new AuditOptions(
            receipts.stream().map(AuditCommand::receipt).toList(),
            fetchAll,
            compareAnswers,
            quorum());
    try (ExchangeClient client = ServerOptions.connect(credentials)) {
      AuditReport report =
          new Audit(
                  new ExchangeLogSource(client),
                  log,
                  new AuditDirectory(out),
                  options,
                  (phase, done, total) ->
                      printer.progress(
                          "%s %,d of %,d"
                              .formatted(phase.name().toLowerCase(Locale.ROOT), done, total)))
              .run();
      printer.progressDone();
      report.toText().lines().forEach(printer::line);
      printer.document(report::toJson);
      return report.exitCode();
    }
  }

  private WitnessQuorum quorum() {
    try {
      return new WitnessQuorum(witnesses, witnessQuorum == null ? witnesses.size() : witnessQuorum);
    } catch (IllegalArgumentException e) {
      throw new CannotRunException("--witness: " + e.getMessage() + ".", e);
    }
  }

  private static Receipt receipt(Path file) {
    try {
      return Receipt.parse(InputFile.text(file));
    } catch (IllegalArgumentException e) {
      throw new CannotRunException(file + " holds no receipt: " + e.getMessage(), e);
    }
  }
}
