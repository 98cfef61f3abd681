/** The material balance: what of a metal came in, went out, and is left. Pure. */
@NullMarked
package io.tanlian.verifier.material;

import org.jspecify.annotations.NullMarked;
