/** What was never on the ledger, told without asking the database. */
@NullMarked
package io.tanlian.ledger.seen;

import org.jspecify.annotations.NullMarked;
