/** Tables that follow from the ledger and answer queries; they can be rebuilt from it. */
@NullMarked
package io.tanlian.exchange.readmodel;

import org.jspecify.annotations.NullMarked;
