package io.tanlian.contracts.material;

import io.tanlian.contracts.json.WireName;

/**
 * How recycled material is kept apart from other material (ISO 22095:2020), the strictest model
 * first.
 */
public enum CustodyModel implements WireName {
  IDENTITY_PRESERVED("identityPreserved"),
  SEGREGATED("segregated"),
  MASS_BALANCE("massBalance"),
  BOOK_AND_CLAIM("bookAndClaim");

  private final String wireName;

  CustodyModel(String wireName) {
    this.wireName = wireName;
  }

  public static CustodyModel parse(String wireName) {
    return WireName.parse(CustodyModel.class, "a chain-of-custody model", wireName);
  }

  /** Whether only the accounts are kept apart, not the material. */
  public boolean usesCredits() {
    return this == MASS_BALANCE || this == BOOK_AND_CLAIM;
  }

  /** Whether material under this model may be passed on under the other: never a stricter one. */
  public boolean allows(CustodyModel next) {
    return next.compareTo(this) >= 0;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
