package io.tanlian.exchange.sharing;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.sharing.GrantedPart;
import java.util.EnumSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/**
 * A declaration that a caller may see.
 *
 * @param index its entry
 * @param issuer who declared it
 * @param own whether that is the caller, who sees all of it
 * @param grants the statements that let the caller see others' disclosures, by the part they open
 * @param endedAt the entry that superseded or withdrew it, as far as the asked tree size shows
 */
public record Sight(
    long index,
    UUID statement,
    UUID footprint,
    ParticipantId issuer,
    boolean own,
    Map<GrantedPart, Set<UUID>> grants,
    OptionalLong endedAt) {
  public Sight {
    grants = Map.copyOf(grants);
  }

  /** The disclosures the caller may see. */
  public Set<GrantedPart> parts() {
    return own ? EnumSet.allOf(GrantedPart.class) : grants.keySet();
  }
}
