package io.tanlian.verifier.trace;

import io.tanlian.contracts.statement.Claim;
import java.util.List;
import java.util.stream.Stream;

/**
 * The way of material, statement by statement.
 *
 * @param steps in order of index
 * @param complete false if there was more than the walk may take
 */
public record Trace(Direction direction, List<Step> steps, boolean complete) {
  public Trace {
    steps = List.copyOf(steps);
  }

  /**
   * One statement on the way.
   *
   * @param tier how many statements lie between it and the start, 0 for the start itself
   */
  public record Step(int tier, Moved moved) {}

  /** The steps whose claim is of this kind. */
  public <C extends Claim> Stream<Step> of(Class<C> kind) {
    return steps.stream().filter(step -> kind.isInstance(step.moved().statement().claim()));
  }
}
