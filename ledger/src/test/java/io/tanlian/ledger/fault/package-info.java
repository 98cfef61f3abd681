/** Databases and networks that fail at every step of an append. */
@NullMarked
package io.tanlian.ledger.fault;

import org.jspecify.annotations.NullMarked;
