/** Axon Framework on the ledger: storage engine and tails. */
@NullMarked
package io.tanlian.ledger.axon;

import org.jspecify.annotations.NullMarked;
