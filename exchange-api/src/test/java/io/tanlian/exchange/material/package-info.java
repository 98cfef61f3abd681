/** Batches and their ways, read from a real ledger. */
@NullMarked
package io.tanlian.exchange.material;

import org.jspecify.annotations.NullMarked;
