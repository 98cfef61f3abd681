/** Batches, their balances and their ways, as anybody on the exchange may ask for them. */
@NullMarked
package io.tanlian.exchange.material;

import org.jspecify.annotations.NullMarked;
