package io.tanlian.exchange.serve;

import io.tanlian.contracts.identifier.ParticipantId;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tanlian serve}: runs a node until it is told to stop. */
@Command(
    name = "tanlian serve",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = "Runs an exchange: HTTPS, OAuth 2, the ledger, and PostgreSQL 18 inside it.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  tanlian serve                                a node on this machine, data in .tanlian/data",
      "  tanlian serve --data /srv/tanlian --address 0.0.0.0 \\",
      "      --public-url https://carbon.example.com --origin carbon.example.com/log \\",
      "      --operator urn:lei:529900T8BM49AURSDO55 --operator-name \"Example Exchange\"",
      "  TANLIAN_DATABASE_PASSWORD=... tanlian serve --database-url \\",
      "      'jdbc:postgresql://db/tanlian?sslmode=verify-full' \\",
      "      --database-owner tanlian_owner           a PostgreSQL server of your own",
      "  tanlian serve --profile pact-test            point a PACT conformance tool at it",
      "  tanlian serve --witness witness.example/w1+1a2b3c4d+BM...=https://witness.example",
      "",
      "Exit codes: 0 stopped as told, 2 could not start (the reason is printed)."
    })
public final class ServeCommand implements Callable<Integer> {

  private static final int COULD_NOT_START = 2;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "secrets and, without --database-url, the database (.tanlian/data)")
  private @Nullable Path data;

  @Option(
      names = "--port",
      defaultValue = "8443",
      description = "the port to listen on (${DEFAULT-VALUE})")
  private int port = 8443;

  @Option(
      names = "--address",
      defaultValue = "127.0.0.1",
      description = "the address to listen on; 0.0.0.0 for all (${DEFAULT-VALUE})")
  private String address = "127.0.0.1";

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description = "how clients reach the node (https://localhost:PORT)")
  private @Nullable URI publicUrl;

  @Option(
      names = "--node-url",
      paramLabel = "URL",
      description = "how the log's other nodes reach this one (the public URL)")
  private @Nullable URI nodeUrl;

  @Option(
      names = "--origin",
      paramLabel = "NAME",
      description = "the log's name, fixed at the first start (localhost:PORT/tanlian)")
  private @Nullable String origin;

  @Option(
      names = "--operator",
      paramLabel = "ID",
      description = "who runs the node: urn:uscc:, urn:lei: or did:web:, fixed at the first start")
  private @Nullable String operator;

  @Option(names = "--operator-name", paramLabel = "NAME", description = "the operator's name")
  private @Nullable String operatorName;

  @Mixin private final DatabaseOptions database = new DatabaseOptions();

  @Mixin private final HomeOptions home = new HomeOptions();

  @Option(
      names = "--accept-lost-entries",
      paramLabel = "SIZE",
      description = "go on from an older copy of the ledger; SIZE is what was signed last")
  private long acceptedLostSize;

  @Option(
      names = "--tls-certificate",
      paramLabel = "PEM",
      description = "a certificate chain of your own, instead of a self-signed one")
  private @Nullable Path tlsCertificate;

  @Option(names = "--tls-key", paramLabel = "PEM", description = "its private key")
  private @Nullable Path tlsKey;

  @Mixin private final WitnessOptions witnesses = new WitnessOptions();

  @Mixin private final OutboundOptions outbound = new OutboundOptions();

  @Mixin private final RateOptions rates = new RateOptions();

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description =
          "a node made ready for one purpose, data in .tanlian/NAME; pact-test: a participant with"
              + " made-up footprints, for tools that test PACT conformance")
  private @Nullable String profile;

  public static void main(String[] args) {
    System.exit(new CommandLine(new ServeCommand()).execute(args));
  }

  @Override
  public Integer call() throws InterruptedException {
    try {
      StopSignal stop = StopSignal.listen();
      List<String> words = new ArrayList<>();
      ExchangeServer server =
          stop.start(
              progress -> {
                ServeSettings settings = settings();
                return profile == null
                    ? ExchangeServer.start(settings, progress)
                    : start(ServeProfiles.named(profile), settings, progress, words);
              },
              step -> say(step + " ..."));
      announce(server);
      words.forEach(ServeCommand::say);
      say("Stop it with Ctrl-C.");
      stop.await();
      return 0;
    } catch (StartRefused | IllegalArgumentException | CancellationException refused) {
      say(String.valueOf(refused.getMessage()));
    } catch (IOException failure) {
      say("The node could not start: " + failure.getMessage());
    }
    return COULD_NOT_START;
  }

  private static ExchangeServer start(
      ServeProfile profile, ServeSettings settings, Consumer<String> progress, List<String> words)
      throws IOException, StartRefused {
    ExchangeServer server = ExchangeServer.start(profile.settings(settings), progress);
    try {
      progress.accept("Making it ready for " + profile.name());
      words.addAll(profile.prepare(server));
      return server;
    } catch (Throwable failure) {
      server.close();
      throw failure;
    }
  }

  private ServeSettings settings() throws StartRefused {
    Path directory = data == null ? Path.of(".tanlian", profile == null ? "data" : profile) : data;
    ServeSettings local = ServeSettings.local(directory, port);
    return new ServeSettings(
        directory,
        address,
        port,
        publicUrl == null ? local.publicUrl() : httpsOnly("--public-url", publicUrl),
        Optional.ofNullable(origin),
        Optional.ofNullable(operator).map(ParticipantId::parse),
        Optional.ofNullable(operatorName),
        home.settings(database, acceptedLostSize),
        database.external(),
        certificate(),
        witnesses.settings(),
        nodeUrl == null ? Optional.empty() : Optional.of(httpsOnly("--node-url", nodeUrl)),
        outbound.rules(),
        rates.rates());
  }

  private static URI httpsOnly(String option, URI url) throws StartRefused {
    if (!"https".equals(url.getScheme()) || url.getHost() == null || !url.getPath().isEmpty()) {
      throw new StartRefused(
          option + " must be https://HOST[:PORT] without a path, not " + url + ".");
    }
    return url;
  }

  private Optional<ServeSettings.CertificateFiles> certificate() throws StartRefused {
    if (tlsCertificate != null && tlsKey != null) {
      return Optional.of(new ServeSettings.CertificateFiles(tlsCertificate, tlsKey));
    }
    if (tlsCertificate != null || tlsKey != null) {
      throw new StartRefused("--tls-certificate and --tls-key go together; name both or neither.");
    }
    return Optional.empty();
  }

  private static void announce(ExchangeServer server) {
    say("");
    say("Tanlian is up at " + server.settings().publicUrl());
    say("  log key            " + server.logKey().format());
    say("  TLS fingerprint    " + server.tlsFingerprint());
    say("  operator's client  " + server.operatorCredentials());
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
