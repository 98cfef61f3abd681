/** The checks, pure: what a signed statement and a whole history must satisfy. */
@NullMarked
package io.tanlian.verifier;

import org.jspecify.annotations.NullMarked;
