/** Where material came from, to the gram. */
@NullMarked
package io.tanlian.verifier.trace;

import org.jspecify.annotations.NullMarked;
