package io.tanlian.contracts.material;

import io.tanlian.contracts.json.WireName;

/** The steps of battery recovery that China's industry conditions judge apart. */
public enum RecoveryStage implements WireName {
  /** From batteries to electrode powder, by dismantling and crushing. */
  DISMANTLING("dismantling"),
  /** From electrode powder to salts or metals. */
  METALLURGICAL("metallurgical"),
  /** From spent to usable electrode material, without breaking it down. */
  REPAIR("repair");

  private final String wireName;

  RecoveryStage(String wireName) {
    this.wireName = wireName;
  }

  public static RecoveryStage parse(String wireName) {
    return WireName.parse(RecoveryStage.class, "a stage", wireName);
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
