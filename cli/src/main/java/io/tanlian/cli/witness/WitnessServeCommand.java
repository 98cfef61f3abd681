package io.tanlian.cli.witness;

import io.tanlian.cli.file.InputFile;
import io.tanlian.cli.terminal.CannotRunException;
import io.tanlian.cli.terminal.ExitCode;
import io.tanlian.cli.terminal.Output;
import io.tanlian.cli.terminal.Printer;
import io.tanlian.tlog.note.NoteSigner;
import io.tanlian.tlog.note.VerifierKey;
import io.tanlian.tlog.witness.AddCheckpoint;
import io.tanlian.tlog.witness.KnownLog;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a witness. */
@Command(
    name = "serve",
    description = {
      "Run a witness until it is told to stop.",
      "",
      "Logs submit to POST /add-checkpoint. The state directory is the witness's memory: keep it,",
      "never run two witnesses with one key, and never go back to an older copy of it.",
      "",
      "Exit code 0: stopped as told. 2: could not run."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tanlian witness serve --key witness.key --state state/ --log exchange.example/log+1a2b3c4d+AW...",
      "  tanlian witness serve --key witness.key --state state/ --logs logs.txt \\",
      "      --address 0.0.0.0 --port 443 --tls-certificate chain.pem --tls-key key.pem",
      "",
      "A logs file has a log's key on each line, then a space and its origin if the key is not",
      "named like it:",
      "  exchange.example/log+1a2b3c4d+AW...",
      "  log-key.example+5e6f7a8b+AX... another.example/log"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class WitnessServeCommand implements Callable<Integer> {
  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description = "The private key that 'witness new-key' made.")
  private Path key;

  @Option(
      names = "--log",
      paramLabel = "VKEY",
      description = "A log to witness, by its public key NAME+HEX+BASE64. Repeatable.")
  private List<VerifierKey> logKeys = List.of();

  @Option(names = "--logs", paramLabel = "FILE", description = "A file of logs to witness.")
  private @Nullable Path logsFile;

  @Option(
      names = "--state",
      required = true,
      paramLabel = "DIR",
      description = "Where to remember what was cosigned.")
  private Path state;

  @Option(
      names = "--address",
      defaultValue = "127.0.0.1",
      description = "The address to listen on; by default ${DEFAULT-VALUE}.")
  private String address;

  @Option(
      names = "--port",
      defaultValue = "8445",
      description = "The port to listen on; by default ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--tls-certificate",
      paramLabel = "PEM",
      description = "The certificate chain to show.")
  private @Nullable Path tlsCertificate;

  @Option(names = "--tls-key", paramLabel = "PEM", description = "Its private key, PKCS #8.")
  private @Nullable Path tlsKey;

  @Option(
      names = "--plaintext",
      description = "Listen beyond this machine without TLS, as behind a proxy that has it.")
  private boolean plaintext;

  @Mixin private Output output;

  @Override
  public Integer call() throws InterruptedException {
    Printer printer = output.printer();
    NoteSigner witness = WitnessKeyFile.read(key);
    List<KnownLog> logs = logs();
    Optional<SSLContext> tls = tls();
    InetSocketAddress listening = listening(tls.isPresent());
    try (StateDirectory memory = StateDirectory.open(state);
        WitnessServer server =
            WitnessServer.start(
                listening, tls, remembered(logs, memory, witness), printer::aside)) {
      announce(printer, witness.verifierKey(), logs, url(listening, server.port(), tls));
      awaitStop(server, memory);
      return ExitCode.OK;
    } catch (IOException e) {
      throw new CannotRunException(
          "Cannot listen on %s port %d: %s.".formatted(address, port, e.getMessage()), e);
    }
  }

  private List<KnownLog> logs() {
    KnownLogs logs = new KnownLogs();
    try {
      logKeys.forEach(logs::add);
      if (logsFile != null) {
        logs.addLines(InputFile.text(logsFile));
      }
    } catch (IllegalArgumentException e) {
      throw new CannotRunException("The logs to witness: " + e.getMessage() + ".", e);
    }
    if (logs.all().isEmpty()) {
      throw new CannotRunException("Which logs? Name them with --log or --logs.");
    }
    return logs.all();
  }

  private Optional<SSLContext> tls() {
    if (tlsCertificate != null && tlsKey != null) {
      return Optional.of(TlsFiles.serverContext(tlsCertificate, tlsKey));
    }
    if (tlsCertificate != null || tlsKey != null) {
      throw new CannotRunException(
          "--tls-certificate and --tls-key go together; name both or neither.");
    }
    return Optional.empty();
  }

  private InetSocketAddress listening(boolean withTls) {
    try {
      InetAddress host = InetAddress.getByName(address);
      if (!withTls && !plaintext && !host.isLoopbackAddress()) {
        throw new CannotRunException(
            "Without --tls-certificate and --tls-key a witness listens on this machine only."
                + " Give them, or --plaintext where a proxy in front has TLS.");
      }
      return new InetSocketAddress(host, port);
    } catch (UnknownHostException | IllegalArgumentException e) {
      throw new CannotRunException(
          "Cannot listen on %s port %d: %s.".formatted(address, port, e.getMessage()), e);
    }
  }

  private static Map<String, WitnessedLog> remembered(
      List<KnownLog> logs, StateDirectory memory, NoteSigner witness) {
    return logs.stream()
        .collect(
            Collectors.toMap(
                KnownLog::origin,
                log -> new WitnessedLog(log, memory.of(log), witness, InstantSource.system())));
  }

  private static String url(InetSocketAddress listening, int port, Optional<SSLContext> tls) {
    String host = listening.getAddress().getHostAddress();
    return "%s://%s:%d"
        .formatted(
            tls.isPresent() ? "https" : "http", host.contains(":") ? "[" + host + "]" : host, port);
  }

  private static void announce(
      Printer printer, VerifierKey witness, List<KnownLog> logs, String url) {
    printer.line("The witness is up at " + url + AddCheckpoint.PATH);
    printer.line("  verifier key  " + witness.format());
    logs.forEach(log -> printer.line("  witnesses     " + log.origin()));
    printer.line("Stop it with Ctrl-C.");
    printer.document(() -> {
      var result = Printer.outcome("up").put("url", url).put("verifierKey", witness.format());
      logs.forEach(log -> result.withArray("logs").add(log.origin()));
      return result;
    });
  }

  /** Ctrl-C and SIGTERM end the process from within the hook, with exit code 0: as told. */
  private static void awaitStop(WitnessServer server, StateDirectory memory)
      throws InterruptedException {
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .unstarted(() -> {
                  server.close();
                  memory.close();
                  Runtime.getRuntime().halt(ExitCode.OK);
                }));
    new CountDownLatch(1).await();
  }
}
