package io.tanlian.contracts.statement;

import io.tanlian.contracts.key.CompactJws;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.sharing.GrantedPart;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * The claim of a recorded statement, for who may see some of its parts. Only the JSON is put
 * together: header, credential and schema were read before the statement was recorded.
 */
public final class DisclosedClaim {
  private DisclosedClaim() {}

  /**
   * The claim with those of the statement's disclosures in place that belong to {@code parts}; the
   * same as {@link ReadStatement#disclosedClaim()} of the statement {@link ReadStatement#restrictTo
   * restricted} to them.
   */
  public static Outcome<ObjectNode> of(SignedStatement recorded, Set<GrantedPart> parts) {
    return CompactJws.parse(recorded.jwt())
        .then(jws -> DigestTree.reveal(jws.payload(), recorded.disclosures(), parts))
        .map(tree -> tree.revealed().withObject("/" + Credential.SUBJECT));
  }
}
