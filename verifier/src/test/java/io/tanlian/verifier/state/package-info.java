/** Specifications of the package. */
@NullMarked
package io.tanlian.verifier.state;

import org.jspecify.annotations.NullMarked;
