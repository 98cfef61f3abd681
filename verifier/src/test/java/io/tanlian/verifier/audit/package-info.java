/** Specifications of the package. */
@NullMarked
package io.tanlian.verifier.audit;

import org.jspecify.annotations.NullMarked;
