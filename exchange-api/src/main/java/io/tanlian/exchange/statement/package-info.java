/** Statements: admission to the ledger, and what was recorded. */
@NullMarked
package io.tanlian.exchange.statement;

import org.jspecify.annotations.NullMarked;
