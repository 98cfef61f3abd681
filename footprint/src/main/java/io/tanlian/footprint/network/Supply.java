package io.tanlian.footprint.network;

import io.tanlian.footprint.activity.Activity;
import io.tanlian.footprint.activity.SecondaryFactor;
import java.math.BigDecimal;
import java.util.Optional;

/** Where the figure for an input comes from. */
public sealed interface Supply {

  /**
   * A supplier's declaration.
   *
   * @param amount the input's quantity in the supplier's declared unit of measurement
   */
  record Supplied(Activity activity, BigDecimal amount) implements Supply {}

  /**
   * Secondary data named by the customer.
   *
   * @param instead why a supplier that is known could not be used
   */
  record Estimated(SecondaryFactor factor, Optional<String> instead) implements Supply {}

  /**
   * No primary material counts: the recycled part is the input's whole burden, and no supplier's
   * figure is asked for.
   */
  record AllRecycled() implements Supply {}

  /**
   * No figure at all: the input counts as nothing, save its recycled part, and the result is too
   * low.
   */
  record Missing(Reason reason, String words) implements Supply {}

  /** Why an input has no figure. */
  enum Reason {
    /** No declaration of the product is known here. */
    NOT_DECLARED,
    /** Every declaration of the product is deprecated, superseded or withdrawn. */
    NO_ACTIVE_DECLARATION,
    /** Several participants declare the product, and the input does not name whose. */
    SEVERAL_SUPPLIERS,
    /** The statement that the input names is not known here, or is about another product. */
    STATEMENT_UNKNOWN,
    /** The supplier's figures are not disclosed. */
    NOT_DISCLOSED,
    /** The input's unit cannot be converted to the supplier's declared unit. */
    UNIT_NOT_CONVERTIBLE
  }
}
