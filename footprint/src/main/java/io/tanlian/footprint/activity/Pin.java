package io.tanlian.footprint.activity;

import io.tanlian.contracts.identifier.StatementId;
import java.util.regex.Pattern;

/**
 * The exact ledger entry that a result was computed from.
 *
 * @param index position on the ledger, from 0
 * @param leafHash SHA-256 leaf hash of the entry (RFC 9162, section 2.1.1), 64 hexadecimal digits
 *     in lower case
 */
public record Pin(StatementId statement, long index, String leafHash) {

  private static final Pattern LEAF_HASH = Pattern.compile("[0-9a-f]{64}");

  public Pin {
    if (index < 0) {
      throw new IllegalArgumentException("index must be 0 or more, is " + index);
    }
    if (!LEAF_HASH.matcher(leafHash).matches()) {
      throw new IllegalArgumentException(
          "leafHash must be 64 hexadecimal digits in lower case, is " + leafHash);
    }
  }
}
