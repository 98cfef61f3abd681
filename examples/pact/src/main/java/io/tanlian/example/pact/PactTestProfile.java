package io.tanlian.example.pact;

import io.tanlian.cli.exchange.ClientLogin;
import io.tanlian.cli.exchange.Credentials;
import io.tanlian.cli.exchange.ExchangeClient;
import io.tanlian.cli.file.OutputFile;
import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.key.SigningKey;
import io.tanlian.contracts.pact.PactVersion;
import io.tanlian.contracts.participant.Role;
import io.tanlian.exchange.serve.ExchangeServer;
import io.tanlian.exchange.serve.ServeProfile;
import io.tanlian.exchange.serve.ServeSettings;
import io.tanlian.exchange.serve.StartRefused;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A node that a PACT conformance tool can be pointed at: one participant with made-up footprints,
 * one client that may see them all, one callback host.
 */
public final class PactTestProfile implements ServeProfile {

  @Override
  public String name() {
    return "pact-test";
  }

  @Override
  public ServeSettings settings(ServeSettings asked) throws StartRefused {
    return asked.withOutbound(CallbackHost.rules(asked.outbound()));
  }

  @Override
  public List<String> prepare(ExchangeServer server) throws IOException, StartRefused {
    Path directory = server.settings().data().resolve("companies");
    Files.createDirectories(directory);
    CompanyFiles participant = new CompanyFiles(directory, "participant");
    CompanyFiles client = new CompanyFiles(directory, "client");
    SigningKey key = participant.key();
    String origin = server.logKey().name();
    Credentials operator = CompanyFiles.credentials(server.operatorCredentials());

    try (ExchangeClient asOperator = connect(operator)) {
      new Publishing(
              asOperator,
              operator.participant().orElseThrow(),
              CompanyFiles.key(server.operatorKey()),
              origin)
          .ensure(TestStatements.ofOperator(key, origin));
      signIn(participant, TestStatements.PARTICIPANT, Role.SUPPLIER, operator, asOperator);
      signIn(client, TestStatements.CLIENT, TestStatements.CLIENT_ROLE, operator, asOperator);
    }
    try (ExchangeClient asParticipant = connect(participant.credentials().orElseThrow())) {
      new Publishing(asParticipant, TestStatements.PARTICIPANT, key, origin)
          .ensure(TestStatements.ofParticipant());
    }
    CallbackHost callback = CallbackHost.of(server.settings().outbound());
    Credentials tool = client.credentials().orElseThrow();
    try (ExchangeClient asTool = connect(tool)) {
      List<URI> known = Publishing.received("The callback hosts", asTool.connections().baseUrls());
      if (!known.contains(callback.baseUrl())) {
        Publishing.received(
            "The callback host",
            asTool
                .connections()
                .add(callback.baseUrl(), callback.login(), List.of(PactVersion.values())));
      }
    }
    return words(server, callback, login(directory, tool.login().orElseThrow()));
  }

  /** Where and with what the node is now reached; an earlier start's login stays good. */
  private static void signIn(
      CompanyFiles files,
      ParticipantId company,
      Role role,
      Credentials operator,
      ExchangeClient asOperator)
      throws IOException, StartRefused {
    Optional<ClientLogin> before = files.credentials().flatMap(Credentials::login);
    ClientLogin login =
        before.isPresent()
            ? before.get()
            : Publishing.received("A client", asOperator.clients().issue(company, role));
    files.keep(
        new Credentials(
            operator.server(),
            operator.tlsFingerprint(),
            Optional.of(login),
            operator.logKey(),
            Optional.of(company),
            Optional.of(role)));
  }

  /** The tool's login for a shell, in a file, so that it is in no terminal and no log. */
  private static Path login(Path directory, ClientLogin login) throws IOException {
    Path file = directory.resolve("client.env");
    Files.deleteIfExists(file);
    OutputFile.createSecret(
        file,
        "PACT_CLIENT_ID='%s'%nPACT_CLIENT_SECRET='%s'%n"
            .formatted(login.clientId(), login.clientSecret()));
    return file;
  }

  private static ExchangeClient connect(Credentials credentials) {
    return ExchangeClient.connect(
        credentials.server(), credentials.tlsFingerprint(), credentials.login());
  }

  private static List<String> words(ExchangeServer server, CallbackHost callback, Path login)
      throws IOException {
    return List.of(
        "",
        "PACT test participant: %s, %d footprints, %s"
            .formatted(
                TestStatements.PARTICIPANT_NAME,
                TestStatements.footprints().size(),
                TestStatements.PARTICIPANT),
        "  base URL           %s (3.0 under /3; 2.0 to 2.3 under /2)"
            .formatted(server.settings().publicUrl()),
        "  client             . %s; then \"$PACT_CLIENT_ID\" and \"$PACT_CLIENT_SECRET\""
            .formatted(login),
        "  TLS certificate    %s, self-signed: have the tool trust it"
            .formatted(server.settings().data().resolve("secrets/tls-certificate.pem")),
        "  callback host      %s, asked for its token as %s with that word as secret"
            .formatted(callback.baseUrl(), callback.login().clientId()));
  }
}
