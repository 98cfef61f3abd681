/** A second home for the newest checkpoint, so that a restored copy of the ledger is found out. */
@NullMarked
package io.tanlian.ledger.home;

import org.jspecify.annotations.NullMarked;
