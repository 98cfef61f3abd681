package io.tanlian.example.battery.load;

import io.tanlian.cli.exchange.ClientLogin;
import io.tanlian.cli.exchange.Credentials;
import io.tanlian.cli.file.OutputFile;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.example.battery.chain.Company;
import io.tanlian.tlog.note.VerifierKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The companies' credentials files, {@code cell-maker.credentials.json} for one, that the command
 * line takes with {@code --credentials}. Only their owner can read them.
 */
public final class CredentialsDirectory {
  private final Path directory;

  public CredentialsDirectory(Path directory) {
    this.directory = directory;
  }

  /** Where a company's credentials are kept. */
  public Path file(Company company) {
    return directory.resolve(company.key() + ".credentials.json");
  }

  /** The company's login at the exchange whose log has this key, if it has one there. */
  Optional<ClientLogin> loginOf(Company company, Optional<VerifierKey> logKey) {
    return read(company)
        .filter(credentials -> credentials.logKey().equals(logKey))
        .flatMap(Credentials::login);
  }

  /** Keeps credentials in place of what was there. */
  void keep(Company company, Credentials credentials) {
    if (read(company).filter(credentials::equals).isPresent()) {
      return;
    }
    try {
      Files.deleteIfExists(file(company));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    OutputFile.createSecret(file(company), StrictJson.format(credentials.toJson()));
  }

  private Optional<Credentials> read(Company company) {
    Path file = file(company);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return switch (StrictJson.parse(Files.readString(file, StandardCharsets.UTF_8))) {
        case Outcome.Accepted<JsonNode>(JsonNode json) ->
            Optional.of(Credentials.read(json, Optional.empty()));
        case Outcome.Refused<JsonNode> _ -> Optional.empty();
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
