/** Rebuilds tables that follow from the ledger, beside the old ones, and swaps them in at once. */
@NullMarked
package io.tanlian.ledger.replay;

import org.jspecify.annotations.NullMarked;
