package io.tanlian.contracts.evidence;

import io.tanlian.contracts.identifier.StatementId;
import java.util.List;

/** Evidence of an imaginary ledger. */
public final class ProvedBy {
  private ProvedBy() {}

  public static Evidence entry(int index, String type, String... proves) {
    return new Evidence(
        StatementId.parse("urn:uuid:0192f1c4-8d3e-7000-8000-%012d".formatted(index)),
        type,
        index,
        "%064x".formatted(index),
        "c2sp.org/tlog-proof@v1\nindex %d\n".formatted(index),
        List.of(proves));
  }
}
