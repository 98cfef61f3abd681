package io.tanlian.verifier.rules;

import java.time.Instant;

/**
 * Where a statement is to stand.
 *
 * @param origin of the ledger
 * @param entryTime when the exchange took it, as its entry says
 * @param index of its entry
 */
public record Context(String origin, Instant entryTime, long index) {}
