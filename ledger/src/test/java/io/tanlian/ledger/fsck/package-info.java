/** Checking the database from the inside. */
@NullMarked
package io.tanlian.ledger.fsck;

import org.jspecify.annotations.NullMarked;
