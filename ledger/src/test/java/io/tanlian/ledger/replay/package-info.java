/** Rebuilding projections. */
@NullMarked
package io.tanlian.ledger.replay;

import org.jspecify.annotations.NullMarked;
