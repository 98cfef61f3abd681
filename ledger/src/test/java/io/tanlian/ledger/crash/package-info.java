/** Processes killed under load, and what the ledger holds afterwards. */
@NullMarked
package io.tanlian.ledger.crash;

import org.jspecify.annotations.NullMarked;
