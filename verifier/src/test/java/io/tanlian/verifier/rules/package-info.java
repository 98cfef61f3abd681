/** Specifications of the package. */
@NullMarked
package io.tanlian.verifier.rules;

import org.jspecify.annotations.NullMarked;
