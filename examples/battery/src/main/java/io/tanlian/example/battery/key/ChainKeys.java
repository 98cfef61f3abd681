package io.tanlian.example.battery.key;

import static io.tanlian.contracts.key.SignatureAlgorithm.ED25519;

import io.tanlian.cli.file.OutputFile;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.key.SigningKey;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.example.battery.chain.Company;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A signing key for each company: made at the first run, read again later.
 *
 * <p>Each is a private JWK in a file of its own, {@code cell-maker.jwk} for one, that only its
 * owner can read. On an exchange each company keeps its own; only a demo has them side by side.
 */
public final class ChainKeys {
  private final Map<String, SigningKey> keys;

  private ChainKeys(Map<String, SigningKey> keys) {
    this.keys = Map.copyOf(keys);
  }

  /**
   * The keys in this directory, made where they are missing.
   *
   * @throws UncheckedIOException if a file cannot be read or written, or is no private JWK
   */
  public static ChainKeys in(Path directory, List<Company> companies, SecureRandom random) {
    try {
      Files.createDirectories(directory, ownerOnly(directory));
      Map<String, SigningKey> keys = new HashMap<>();
      for (Company company : companies) {
        Path file = file(directory, company);
        keys.put(company.key(), Files.exists(file) ? read(file) : make(file, random));
      }
      return new ChainKeys(keys);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where a company's key is kept. */
  public static Path file(Path directory, Company company) {
    return directory.resolve(company.key() + ".jwk");
  }

  public SigningKey of(Company company) {
    SigningKey key = keys.get(company.key());
    if (key == null) {
      throw new IllegalArgumentException("no key was made for " + company.key());
    }
    return key;
  }

  private static SigningKey make(Path file, SecureRandom random) {
    SigningKey key = SigningKey.generate(ED25519, random);
    OutputFile.createSecret(file, key.privateJwk());
    return key;
  }

  private static SigningKey read(Path file) throws IOException {
    String jwk = Files.readString(file, StandardCharsets.UTF_8);
    return switch (StrictJson.parse(jwk).then(SigningKey::parse)) {
      case Outcome.Accepted<SigningKey>(SigningKey key) -> key;
      case Outcome.Refused<SigningKey>(var problems) ->
          throw new IOException(
              "%s holds no private key: %s %s"
                  .formatted(file, problems.getFirst().detail(), problems.getFirst().remedy()));
    };
  }

  private static FileAttribute<?>[] ownerOnly(Path directory) {
    return directory.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }
}
