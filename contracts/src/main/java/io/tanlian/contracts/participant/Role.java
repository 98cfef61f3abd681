package io.tanlian.contracts.participant;

import io.tanlian.contracts.json.WireName;

/** What a participant may do on the exchange. */
public enum Role implements WireName {
  /** Declares products and grants sight of them. */
  SUPPLIER("supplier"),
  /** Asks for the footprints of its supply chain. */
  LEAD_FIRM("leadFirm"),
  /** Reads the whole ledger and recomputes it. */
  AUDITOR("auditor"),
  /** Admits participants and runs the ledger. */
  OPERATOR("operator");

  private final String wireName;

  Role(String wireName) {
    this.wireName = wireName;
  }

  /**
   * The role of this wire name.
   *
   * @throws IllegalArgumentException listing the roles there are
   */
  public static Role parse(String wireName) {
    return WireName.parse(Role.class, "a role", wireName);
  }

  /** The name in JSON. */
  @Override
  public String wireName() {
    return wireName;
  }
}
