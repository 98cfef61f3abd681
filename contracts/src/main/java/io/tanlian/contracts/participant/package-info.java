/** Who takes part, and in which roles. */
@NullMarked
package io.tanlian.contracts.participant;

import org.jspecify.annotations.NullMarked;
