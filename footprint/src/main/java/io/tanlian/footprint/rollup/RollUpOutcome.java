package io.tanlian.footprint.rollup;

import io.tanlian.footprint.network.Refusal;

/** A footprint, or why there is none. */
public sealed interface RollUpOutcome permits RollUp, RollUpOutcome.Refused {

  /** There is no footprint. */
  record Refused(Refusal refusal) implements RollUpOutcome {}
}
