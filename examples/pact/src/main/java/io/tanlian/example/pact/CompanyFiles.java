package io.tanlian.example.pact;

import io.tanlian.cli.exchange.Credentials;
import io.tanlian.cli.file.OutputFile;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.key.SignatureAlgorithm;
import io.tanlian.contracts.key.SigningKey;
import io.tanlian.contracts.problem.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A test company's files, which only their owner can read: its key and its login, as the command
 * line takes them.
 */
record CompanyFiles(Path directory, String name) {

  Path credentialsFile() {
    return directory.resolve(name + ".credentials.json");
  }

  /** The key that was made at the first start. */
  SigningKey key() throws IOException {
    Path file = directory.resolve(name + ".jwk");
    if (!Files.exists(file)) {
      SigningKey made = SigningKey.generate(SignatureAlgorithm.ED25519, new SecureRandom());
      OutputFile.createSecret(file, made.privateJwk());
    }
    return key(file);
  }

  static SigningKey key(Path file) throws IOException {
    return accepted(file, StrictJson.parse(Files.readString(file)).then(SigningKey::parse));
  }

  Optional<Credentials> credentials() throws IOException {
    return Files.exists(credentialsFile())
        ? Optional.of(credentials(credentialsFile()))
        : Optional.empty();
  }

  static Credentials credentials(Path file) throws IOException {
    JsonNode json = accepted(file, StrictJson.parse(Files.readString(file)));
    return Credentials.read(json, Optional.empty());
  }

  void keep(Credentials credentials) throws IOException {
    Files.deleteIfExists(credentialsFile());
    OutputFile.createSecret(credentialsFile(), StrictJson.format(credentials.toJson()));
  }

  private static <T> T accepted(Path file, Outcome<T> read) throws IOException {
    return switch (read) {
      case Outcome.Accepted<T>(T value) -> value;
      case Outcome.Refused<T>(var problems) ->
          throw new IOException(file + " is damaged: " + problems.getFirst().detail());
    };
  }
}
