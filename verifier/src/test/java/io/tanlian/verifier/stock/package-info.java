/** Specifications of the package, and the market that specifications of material share. */
@NullMarked
package io.tanlian.verifier.stock;

import org.jspecify.annotations.NullMarked;
