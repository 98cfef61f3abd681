/** Specifications of the package. */
@NullMarked
package io.tanlian.verifier.energy;

import org.jspecify.annotations.NullMarked;
