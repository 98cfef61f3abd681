/** Energy certificates: what is left of them, where they came from, what was claimed with them. */
@NullMarked
package io.tanlian.verifier.energy;

import org.jspecify.annotations.NullMarked;
