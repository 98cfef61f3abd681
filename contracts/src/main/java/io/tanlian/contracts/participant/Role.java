package io.tanlian.contracts.participant;

/** What a participant may do on the exchange. */
public enum Role {
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
    for (Role role : values()) {
      if (role.wireName.equals(wireName)) {
        return role;
      }
    }
    throw new IllegalArgumentException("a role is supplier, leadFirm, auditor or operator");
  }

  /** The name in JSON. */
  public String wireName() {
    return wireName;
  }
}
