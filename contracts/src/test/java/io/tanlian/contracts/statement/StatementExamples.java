package io.tanlian.contracts.statement;

import static io.tanlian.contracts.problem.Outcomes.accepted;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.json.Base64Url;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.key.KeyEnrolled;
import io.tanlian.contracts.key.KeyProof;
import io.tanlian.contracts.key.KeyRevoked;
import io.tanlian.contracts.key.KeyRotated;
import io.tanlian.contracts.key.SigningKey;
import io.tanlian.contracts.participant.ParticipantAdmitted;
import io.tanlian.contracts.participant.Role;
import io.tanlian.contracts.sharing.Grant;
import io.tanlian.contracts.sharing.GrantScope;
import io.tanlian.contracts.sharing.GrantedPart;
import io.tanlian.contracts.withdrawal.Withdrawal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A supplier, two fixed keys and one claim of every type. */
final class StatementExamples {
  static final String LEDGER = "ledger.example/tanlian";
  static final ParticipantId SUPPLIER = ParticipantId.parse("urn:lei:506700GE1G29325QX363");
  static final StatementId ID = StatementId.parse("urn:uuid:0192f1c4-8d3e-7000-8000-000000000001");

  /** The Ed25519 key of RFC 8037 appendix A. */
  static final SigningKey KEY =
      key(
          """
          {"kty":"OKP","crv":"Ed25519","d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
           "x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}\
          """);

  /** The P-256 key of RFC 7515 appendix A.3. */
  static final SigningKey P256_KEY =
      key(
          """
          {"kty":"EC","crv":"P-256","d":"jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI",
           "x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
           "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}\
          """);

  static final Claim DECLARATION =
      accepted(
          StrictJson.parse(file("declaration.json"))
              .then(json -> Claim.parse(Claim.Declared.TYPE, json)));

  static final List<Claim> CLAIMS =
      List.of(
          new Claim.Admitted(
              new ParticipantAdmitted(
                  SUPPLIER, "Ningde Cathode Works", Set.of(Role.SUPPLIER, Role.LEAD_FIRM))),
          new Claim.Enrolled(
              new KeyEnrolled(
                  SUPPLIER, P256_KEY.publicKey(), KeyProof.create(P256_KEY, SUPPLIER, LEDGER))),
          new Claim.Rotated(
              new KeyRotated(
                  KEY.publicKey().kid(),
                  P256_KEY.publicKey(),
                  KeyProof.create(P256_KEY, SUPPLIER, LEDGER))),
          new Claim.Revoked(new KeyRevoked(KEY.publicKey().kid(), "laptop lost")),
          DECLARATION,
          new Claim.Granted(
              new Grant(
                  ParticipantId.parse("did:web:carmaker.example"),
                  new GrantScope.AllProducts(),
                  Set.of(GrantedPart.FIGURES, GrantedPart.INPUTS),
                  "battery passport",
                  Instant.parse("2027-12-31T00:00:00Z"))),
          good(Claim.Recovered.TYPE),
          good(Claim.Batched.TYPE),
          good(Claim.Offered.TYPE),
          good(Claim.Accepted.TYPE),
          good(Claim.Processed.TYPE),
          good(Claim.Claimed.TYPE),
          good(Claim.Corrected.TYPE),
          good(Claim.Certified.TYPE),
          good(Claim.HandedOver.TYPE),
          good(Claim.Cancelled.TYPE),
          good(Claim.Reversed.TYPE),
          good(Claim.Published.TYPE),
          good(Claim.Requested.TYPE),
          good(Claim.Answered.TYPE),
          good(Claim.Received.TYPE),
          new Claim.Withdrawn(new Withdrawal(ID, "wrong reference period")));

  private StatementExamples() {}

  static Statement statement(Claim claim) {
    return new Statement(ID, SUPPLIER, Instant.parse("2026-11-21T10:00:00.123456Z"), LEDGER, claim);
  }

  static SignedStatement signed(Claim claim) {
    return accepted(StatementSigner.sign(statement(claim), KEY, new SecureRandom()));
  }

  static ReadStatement read(SignedStatement signed) {
    return accepted(StatementReader.read(signed));
  }

  /** A JWT with this very header and payload, whatever they say, and a signature that holds. */
  static String jwt(String header, String payload) {
    String input = Base64Url.encode(header) + "." + Base64Url.encode(payload);
    return input + "." + Base64Url.encode(KEY.sign(input.getBytes(US_ASCII)));
  }

  static String headerOf(SignedStatement signed) {
    return decoded(signed.jwt().split("\\.", -1)[0]);
  }

  static String payloadOf(SignedStatement signed) {
    return decoded(signed.jwt().split("\\.", -1)[1]);
  }

  static String decoded(String base64url) {
    return new String(Base64Url.decode(base64url).orElseThrow(), UTF_8);
  }

  static String file(String name) {
    return resource("/statement/" + name);
  }

  private static Claim good(String type) {
    return accepted(
        StrictJson.parse(resource("/schema/good/%s.json".formatted(type)))
            .then(json -> Claim.parse(type, json)));
  }

  private static String resource(String path) {
    try (InputStream in =
        Objects.requireNonNull(StatementExamples.class.getResourceAsStream(path), path)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static SigningKey key(String jwk) {
    return accepted(StrictJson.parse(jwk).then(SigningKey::parse));
  }

  /** Salts 00 01 02 …, 10 11 12 … and so on, so that a golden file can be made again. */
  static final class CountingRandom extends SecureRandom {
    private byte next;

    @Override
    public void nextBytes(byte[] bytes) {
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = next++;
      }
    }
  }
}
