package io.tanlian.exchange.sharing;

import io.tanlian.contracts.sharing.GrantedPart;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A declaration that a caller may see.
 *
 * @param index its entry
 * @param parts the disclosures the caller may see; all of them where the caller is the issuer
 * @param endedAt the entry that superseded or withdrew it, as far as the asked tree size shows
 */
public record Sight(long index, Set<GrantedPart> parts, OptionalLong endedAt) {
  public Sight {
    parts = Set.copyOf(parts);
  }
}
