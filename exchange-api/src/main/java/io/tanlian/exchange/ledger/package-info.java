/**
 * The operator's work on the ledger's database: checking it, and rebuilding what follows from it.
 */
@NullMarked
package io.tanlian.exchange.ledger;

import org.jspecify.annotations.NullMarked;
