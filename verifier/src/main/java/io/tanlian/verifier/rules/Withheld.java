package io.tanlian.verifier.rules;

import static io.tanlian.contracts.problem.ProblemCode.DISCLOSURE_WITHHELD;

import io.tanlian.verifier.Finding;

/** The finding where a rule has too little to judge: never a pass. */
final class Withheld {
  private Withheld() {}

  static Finding at(String pointer) {
    return Finding.info(
        DISCLOSURE_WITHHELD,
        pointer,
        "Something here is not disclosed, so it cannot be judged",
        "Ask the issuer for a grant.");
  }
}
