package io.tanlian.verifier.stock;

import io.tanlian.contracts.material.Batch;

/**
 * A batch and how much of it has been used.
 *
 * @param used never more than the batch holds
 */
public record Stock(Batch batch, Amounts used) {

  /** What is left of it. */
  public Amounts left() {
    return Amounts.of(batch).minus(used);
  }

  public boolean isUntouched() {
    return used.equals(Amounts.NONE);
  }

  Stock using(Amounts more) {
    return new Stock(batch, used.plus(more));
  }

  Stock returning(Amounts back) {
    return new Stock(batch, used.minus(back));
  }
}
