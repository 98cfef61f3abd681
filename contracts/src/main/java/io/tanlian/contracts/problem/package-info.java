/** What we say when something is refused: a stable code, where, why and what to do about it. */
@NullMarked
package io.tanlian.contracts.problem;

import org.jspecify.annotations.NullMarked;
