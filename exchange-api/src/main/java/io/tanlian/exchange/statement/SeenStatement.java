package io.tanlian.exchange.statement;

import io.tanlian.contracts.statement.ReadStatement;

/** A statement on the ledger, as far as a reader may see it. */
record SeenStatement(long index, ReadStatement read) {}
