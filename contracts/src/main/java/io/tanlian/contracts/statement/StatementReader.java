package io.tanlian.contracts.statement;

import static io.tanlian.contracts.problem.ProblemCode.STATEMENT_MALFORMED;
import static io.tanlian.contracts.problem.ProblemCode.STATEMENT_WRONG_TYPE;

import io.tanlian.contracts.key.CompactJws;
import io.tanlian.contracts.key.JoseHeader;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.problem.Problem;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads signed statements from outside: limits, then the header, the payload, the disclosures (RFC
 * 9901 section 7.1), the credential and, where nothing is withheld, the claim's schema.
 *
 * <p>It needs no state and checks no signature. The pointers of problems are JSON Pointers into the
 * JWT's payload.
 */
public final class StatementReader {
  /** The {@code typ} of a statement (VC-JOSE-COSE section 3.2). */
  public static final String TYPE = "vc+sd-jwt";

  private static final String CONTENT_TYPE = "vc";

  private StatementReader() {}

  public static Outcome<ReadStatement> read(SignedStatement signed) {
    return signed
        .withinLimits()
        .then(small -> CompactJws.parse(small.jwt()))
        .then(StatementReader::typed)
        .then(jws ->
            DigestTree.reveal(jws.payload(), signed.disclosures())
                .then(tree -> read(signed, jws, tree)));
  }

  private static Outcome<ReadStatement> read(
      SignedStatement signed, CompactJws jws, DigestTree tree) {
    ObjectNode credential = tree.revealed();
    return Credential.read(credential, tree.complete())
        .map(statement ->
            new ReadStatement(
                signed,
                jws,
                statement,
                credential.withObject("/" + Credential.SUBJECT),
                tree.complete(),
                tree.places()));
  }

  private static Outcome<CompactJws> typed(CompactJws jws) {
    JoseHeader header = jws.header();
    if (!header.typ().equals(TYPE)) {
      return Outcome.refused(
          Problem.of(
              STATEMENT_WRONG_TYPE,
              "The header's typ is not " + TYPE + ".",
              "Sign statements with typ " + TYPE + "."));
    }
    if (header.cty().filter(cty -> !cty.equals(CONTENT_TYPE)).isPresent()) {
      return Outcome.refused(
          Problem.of(
              STATEMENT_MALFORMED,
              "The header's cty is not " + CONTENT_TYPE + ".",
              "Leave cty out or set it to " + CONTENT_TYPE + "."));
    }
    return Outcome.accepted(jws);
  }
}
