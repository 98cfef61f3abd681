/** Axon Framework on the ledger: storage engine, commands under a consistency boundary, tails. */
@NullMarked
package io.tanlian.ledger.axon;

import org.jspecify.annotations.NullMarked;
