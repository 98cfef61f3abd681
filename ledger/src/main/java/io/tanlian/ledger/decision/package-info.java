/** Commands: decisions on what is on the ledger, each under its own consistency boundary. */
@NullMarked
package io.tanlian.ledger.decision;

import org.jspecify.annotations.NullMarked;
