package io.tanlian.contracts.energy;

import io.tanlian.contracts.json.WireName;

/** What electricity is generated from. */
public enum EnergySource implements WireName {
  SOLAR("solar", true),
  WIND("wind", true),
  HYDRO("hydro", true),
  GEOTHERMAL("geothermal", true),
  /** Tide, wave and other energy of the sea. */
  OCEAN("ocean", true),
  BIOMASS("biomass", true),
  /** Biogas, landfill gas and sewage gas. */
  BIOGAS("biogas", true),
  /** Low in carbon, not renewable (Directive (EU) 2018/2001, article 2(1)). */
  NUCLEAR("nuclear", false);

  private final String wireName;
  private final boolean renewable;

  EnergySource(String wireName, boolean renewable) {
    this.wireName = wireName;
    this.renewable = renewable;
  }

  public static EnergySource parse(String wireName) {
    return WireName.parse(EnergySource.class, "an energy source", wireName);
  }

  /** Whether it is one of Directive (EU) 2018/2001, article 2(1). */
  public boolean isRenewable() {
    return renewable;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
