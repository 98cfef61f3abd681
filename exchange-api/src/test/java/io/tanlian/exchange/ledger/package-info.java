/** The operator's work on the ledger's database. */
@NullMarked
package io.tanlian.exchange.ledger;

import org.jspecify.annotations.NullMarked;
