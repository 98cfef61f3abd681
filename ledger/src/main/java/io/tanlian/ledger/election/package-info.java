/** Which of several nodes on one database gives out indexes: elected by a lock, fenced by a row. */
@NullMarked
package io.tanlian.ledger.election;

import org.jspecify.annotations.NullMarked;
