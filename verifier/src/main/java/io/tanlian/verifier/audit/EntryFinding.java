package io.tanlian.verifier.audit;

import io.tanlian.verifier.Finding;

/** A finding about the entry at an index. */
public record EntryFinding(long index, Finding finding) {}
