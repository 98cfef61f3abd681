package io.tanlian.contracts.material;

import io.tanlian.contracts.json.WireName;
import java.util.Optional;

/**
 * Between which two points a share is measured. Figures of different boundaries cannot be compared.
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
  PRODUCT("product"),
  /** The one step that makes the product, without what its inputs took. */
  STEP("step");

  private final String wireName;

  Boundary(String wireName) {
    this.wireName = wireName;
  }

  public static Boundary parse(String wireName) {
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
      case WHOLE_CHAIN, ACTIVE_MATERIALS, PRODUCT, STEP -> Optional.empty();
    };
  }

  /**
   * Requires a boundary of content, not of recovery.
   *
   * @throws IllegalArgumentException for one of recovery
   */
  void requireContent() {
    if (this != ACTIVE_MATERIALS && this != PRODUCT) {
      throw new IllegalArgumentException(
          "recycled content is measured in the activeMaterials or the product, not over "
              + wireName);
    }
  }
}
