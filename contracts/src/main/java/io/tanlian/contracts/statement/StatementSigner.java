package io.tanlian.contracts.statement;

import io.tanlian.contracts.key.CompactJws;
import io.tanlian.contracts.key.SigningKey;
import io.tanlian.contracts.problem.Outcome;
import java.security.SecureRandom;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Signs statements and makes a disclosure of everything in them that may be withheld. */
public final class StatementSigner {
  private StatementSigner() {}

  /**
   * The signed statement with all its disclosures, or why no reader would take it: it breaks its
   * schema, or a limit.
   *
   * @param random the source of the salts; whoever can guess them can guess the figures
   */
  public static Outcome<SignedStatement> sign(
      Statement statement, SigningKey key, SecureRandom random) {
    ObjectNode payload = Credential.write(statement);
    List<String> disclosures = Concealment.conceal(payload, random);
    String jwt = CompactJws.sign(StatementReader.TYPE, payload, key);
    SignedStatement signed = new SignedStatement(jwt, disclosures);
    return StatementReader.read(signed).map(ReadStatement::signed);
  }
}
