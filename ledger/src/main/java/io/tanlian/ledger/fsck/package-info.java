/** Checks the whole database from the inside: every row against the bytes that the log signed. */
@NullMarked
package io.tanlian.ledger.fsck;

import org.jspecify.annotations.NullMarked;
