package io.tanlian.exchange.serve;

import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.key.SignatureAlgorithm;
import io.tanlian.contracts.key.SigningKey;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.tlog.note.NoteSigner;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * What a node must keep to itself, made at the first start and kept in files that only its owner
 * may read.
 *
 * @param logKey signs checkpoints; its name is the log's origin
 * @param operatorKey signs the operator's statements
 * @param accessTokenKey signs OAuth 2 access tokens, as a private JWK
 * @param superuserPassword of the embedded PostgreSQL
 * @param ownerPassword of the schemas' owner in the embedded PostgreSQL
 * @param servicePassword of the service role
 */
record NodeSecrets(
    NoteSigner logKey,
    SigningKey operatorKey,
    String accessTokenKey,
    String superuserPassword,
    String ownerPassword,
    String servicePassword) {

  private static final int PASSWORD_BYTES = 32;
  private static final Pattern PASSWORD = Pattern.compile("[A-Za-z0-9_-]{32,}");

  static NodeSecrets open(Path directory, String origin) throws IOException, StartRefused {
    NoteSigner logKey =
        NoteSigner.parse(
            PrivateFiles.readOrCreate(
                    directory.resolve("log.key"), () -> NoteSigner.generate(origin).formatSecret())
                .strip());
    if (!logKey.verifierKey().name().equals(origin)) {
      throw new StartRefused(
          "This node's log is named "
              + logKey.verifierKey().name()
              + "; a log keeps its name for ever. Start it with --origin "
              + logKey.verifierKey().name()
              + ", or name a new directory with --data DIR.");
    }
    return new NodeSecrets(
        logKey,
        operatorKey(directory.resolve("operator.jwk")),
        PrivateFiles.readOrCreate(
            directory.resolve("access-token.jwk"), AccessTokenKey::newPrivateJwk),
        password(superuserPassword(directory)),
        password(directory.resolve("database-owner")),
        password(directory.resolve("database-service")));
  }

  private static SigningKey operatorKey(Path file) throws IOException, StartRefused {
    String jwk = PrivateFiles.readOrCreate(file, NodeSecrets::newOperatorKey);
    return switch (StrictJson.parse(jwk).then(SigningKey::parse)) {
      case Outcome.Accepted<SigningKey>(SigningKey key) -> key;
      case Outcome.Refused<SigningKey>(var problems) ->
          throw new StartRefused(
              "The operator's key " + file + " cannot be read: " + problems.getFirst().detail());
    };
  }

  private static String newOperatorKey() {
    return SigningKey.generate(SignatureAlgorithm.ED25519, new SecureRandom()).privateJwk();
  }

  /** The file of the superuser's password, all of it on the first line: initdb reads no more. */
  static Path superuserPassword(Path directory) {
    return directory.resolve("database-superuser");
  }

  private static String password(Path file) throws IOException, StartRefused {
    String text = PrivateFiles.readOrCreate(file, NodeSecrets::newPassword);
    String password = text.lines().findFirst().orElse("");
    if (!PASSWORD.matcher(password).matches()) {
      throw new StartRefused(
          "The password in " + file + " must be one line of 32 or more letters of base64url.");
    }
    return password;
  }

  private static String newPassword() {
    byte[] bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "NodeSecrets[" + logKey.verifierKey() + "]";
  }
}
