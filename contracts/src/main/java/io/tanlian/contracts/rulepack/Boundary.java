package io.tanlian.contracts.rulepack;

import io.tanlian.contracts.json.WireName;
import io.tanlian.contracts.material.RecoveryStage;
import java.util.Optional;

/**
 * Between which two points a criterion measures. Figures of different boundaries cannot be
 * compared.
 */
public enum Boundary implements WireName {
  DISMANTLING("dismantling"),
  METALLURGICAL("metallurgical"),
  REPAIR("repair"),
  /** From the used battery to what replaces primary material, over all stages. */
  WHOLE_CHAIN("wholeChain"),
  /** The active materials of a battery. */
  ACTIVE_MATERIALS("activeMaterials"),
  /** The whole product. */
  PRODUCT("product");

  private final String wireName;

  Boundary(String wireName) {
    this.wireName = wireName;
  }

  static Boundary parse(String wireName) {
    return WireName.parse(Boundary.class, "a boundary", wireName);
  }

  @Override
  public String wireName() {
    return wireName;
  }

  /** The one stage of recovery it spans; empty if it is another boundary. */
  public Optional<RecoveryStage> stage() {
    return switch (this) {
      case DISMANTLING -> Optional.of(RecoveryStage.DISMANTLING);
      case METALLURGICAL -> Optional.of(RecoveryStage.METALLURGICAL);
      case REPAIR -> Optional.of(RecoveryStage.REPAIR);
      case WHOLE_CHAIN, ACTIVE_MATERIALS, PRODUCT -> Optional.empty();
    };
  }
}
