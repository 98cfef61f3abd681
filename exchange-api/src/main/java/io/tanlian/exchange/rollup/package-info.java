/** Supply-chain footprints of a caller's products, computed over what the caller may see. */
@NullMarked
package io.tanlian.exchange.rollup;

import org.jspecify.annotations.NullMarked;
