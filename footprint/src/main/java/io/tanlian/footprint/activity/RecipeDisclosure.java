package io.tanlian.footprint.activity;

/** Whether a reader sees all inputs and direct emissions that a declaration was signed with. */
public enum RecipeDisclosure {
  WHOLE,
  /** Some are concealed: computed from the others, the footprint would be too low. */
  PARTIAL
}
