package io.tanlian.contracts.material;

import io.tanlian.contracts.json.WireName;

/** How recycled material is kept apart from other material (ISO 22095, 4). */
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

  @Override
  public String wireName() {
    return wireName;
  }
}
