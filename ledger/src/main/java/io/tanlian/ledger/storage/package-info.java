/** Rows of the ledger in PostgreSQL, and the bytes they stand for. */
@NullMarked
package io.tanlian.ledger.storage;

import org.jspecify.annotations.NullMarked;
