package io.tanlian.contracts.statement;

import static io.tanlian.contracts.problem.ProblemCode.STATEMENT_WRONG_TYPE;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A statement as the JSON of a W3C Verifiable Credential 2.0. */
final class Credential {
  static final String SUBJECT = "credentialSubject";

  private static final String CONTEXT = "https://www.w3.org/ns/credentials/v2";
  private static final String BASE_TYPE = "VerifiableCredential";
  private static final String SCHEMA_TYPE = "JsonSchema";
  private static final String DIGEST_ALGORITHM = "sha-256";

  private Credential() {}

  /** The credential with nothing withheld. */
  static ObjectNode write(Statement statement) {
    ObjectNode credential = JsonNodeFactory.instance.objectNode();
    credential.putArray("@context").add(CONTEXT);
    credential.put("id", statement.id().value());
    credential.putArray("type").add(BASE_TYPE).add(statement.type().wireName());
    credential.put("issuer", statement.issuer().value());
    credential.put("validFrom", statement.issuedAt().toString());
    credential.put("aud", statement.audience());
    credential
        .putObject("credentialSchema")
        .put("id", statement.type().schemaId())
        .put("type", SCHEMA_TYPE);
    credential.set(SUBJECT, statement.claim().toJson());
    credential.put("_sd_alg", DIGEST_ALGORITHM);
    return credential;
  }

  /**
   * Reads a credential and refuses members it should not have.
   *
   * @param complete whether nothing is withheld, so that the claim must satisfy its schema
   */
  static Outcome<Statement> read(ObjectNode credential, boolean complete) {
    Optional<StatementType> type = type(credential.path("type"));
    if (type.isEmpty()) {
      return Outcome.refused(
          new Problem(
              STATEMENT_WRONG_TYPE,
              "/type",
              "The credential's type is not VerifiableCredential and one type known here.",
              "Set type to [\"VerifiableCredential\", \"ProductFootprintDeclaration\"], or another"
                  + " type that has a schema here."));
    }
    return claim(credential, type.get(), complete)
        .then(claim -> Fields.read(credential, in -> read(in, claim)));
  }

  private static Outcome<Claim> claim(ObjectNode credential, StatementType type, boolean complete) {
    JsonNode subject = credential.path(SUBJECT);
    Outcome<Claim> claim =
        complete
            ? Claim.parse(type.wireName(), subject)
            : Claim.parseDisclosed(type.wireName(), subject);
    return claim.under("/" + SUBJECT);
  }

  private static Optional<StatementType> type(JsonNode type) {
    return type.size() == 2 && type.path(0).asString("").equals(BASE_TYPE)
        ? StatementType.ofWireName(type.path(1).asString(""))
        : Optional.empty();
  }

  private static Statement read(Fields in, Claim claim) {
    in.rawObject(SUBJECT);
    in.values("type", Function.identity());
    if (!in.values("@context", Function.identity()).equals(List.of(CONTEXT))) {
      throw new IllegalArgumentException("@context is [\"" + CONTEXT + "\"]");
    }
    in.object("credentialSchema", schema -> schema(schema, StatementType.of(claim)));
    if (in.has("_sd_alg")) {
      in.value("_sd_alg", name -> exactly(DIGEST_ALGORITHM, name));
    }
    return new Statement(
        in.value("id", StatementId::parse),
        in.value("issuer", ParticipantId::parse),
        in.value("validFrom", CredentialTime::parse),
        in.text("aud"),
        claim);
  }

  private static String schema(Fields in, StatementType type) {
    in.value("type", name -> exactly(SCHEMA_TYPE, name));
    return in.value("id", name -> exactly(type.schemaId(), name));
  }

  private static String exactly(String expected, String stated) {
    if (!stated.equals(expected)) {
      throw new IllegalArgumentException("this is always " + expected);
    }
    return stated;
  }
}
