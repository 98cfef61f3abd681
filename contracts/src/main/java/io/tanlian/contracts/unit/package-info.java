/**
 * Units of the PACT data model, decimals as they are written, and the conversions that are exact.
 */
@NullMarked
package io.tanlian.contracts.unit;

import org.jspecify.annotations.NullMarked;
