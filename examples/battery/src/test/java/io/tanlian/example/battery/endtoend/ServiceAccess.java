package io.tanlian.example.battery.endtoend;

import io.tanlian.cli.exchange.ClientLogin;
import io.tanlian.cli.exchange.Credentials;
import io.tanlian.cli.exchange.ExchangeClient;
import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.key.SigningKey;
import io.tanlian.contracts.participant.ParticipantAdmitted;
import io.tanlian.contracts.participant.Role;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.SignedStatement;
import io.tanlian.contracts.statement.Statement;
import io.tanlian.contracts.statement.StatementSigner;
import io.tanlian.tlog.note.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What the operator of a service needs to publish on it. */
record ServiceAccess(Path credentialsFile, Credentials credentials, SigningKey key) {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** The access that a service leaves in its data directory. */
  static ServiceAccess in(Path data) throws IOException {
    Path file = data.resolve("operator.credentials.json");
    return new ServiceAccess(
        file,
        Credentials.read(accepted(StrictJson.parse(Files.readString(file))), Optional.empty()),
        accepted(
            StrictJson.parse(Files.readString(data.resolve("secrets/operator.jwk")))
                .then(SigningKey::parse)));
  }

  ExchangeClient connect() {
    return ExchangeClient.connect(
        credentials.server(), credentials.tlsFingerprint(), credentials.login());
  }

  /** A client of another participant at the same service. */
  ExchangeClient connect(ClientLogin login) {
    return ExchangeClient.connect(
        credentials.server(), credentials.tlsFingerprint(), Optional.of(login));
  }

  VerifierKey logKey() {
    return credentials.logKey().orElseThrow();
  }

  /** The admission of a participant that nobody has heard of. */
  SignedStatement newStatement() {
    UUID id = UUID.randomUUID();
    Claim claim =
        new Claim.Admitted(
            new ParticipantAdmitted(
                ParticipantId.parse("did:web:" + id + ".example"),
                "Company " + id,
                Set.of(Role.SUPPLIER)));
    return sign(new StatementId(id), credentials.participant().orElseThrow(), key, claim);
  }

  /** A statement of the operator. */
  SignedStatement sign(Claim claim) {
    return sign(credentials.participant().orElseThrow(), key, claim);
  }

  /** A statement of any participant, for this service's ledger. */
  SignedStatement sign(ParticipantId issuer, SigningKey issuersKey, Claim claim) {
    return sign(new StatementId(UUID.randomUUID()), issuer, issuersKey, claim);
  }

  private SignedStatement sign(
      StatementId id, ParticipantId issuer, SigningKey issuersKey, Claim claim) {
    return accepted(
        StatementSigner.sign(
            new Statement(
                id, issuer, Instant.now().truncatedTo(ChronoUnit.MICROS), logKey().name(), claim),
            issuersKey,
            RANDOM));
  }

  private static <T> T accepted(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Accepted<T>(T value) -> value;
      case Outcome.Refused<T>(var problems) -> throw new AssertionError(problems);
    };
  }
}
