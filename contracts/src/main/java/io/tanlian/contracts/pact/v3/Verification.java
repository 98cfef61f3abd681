package io.tanlian.contracts.pact.v3;

import org.jspecify.annotations.Nullable;

/** What the data owner says about a verification of the footprint; a claim, not a proof. */
public record Verification(
    @Nullable String coverage,
    @Nullable String providerName,
    @Nullable DateTime completedAt,
    @Nullable String standardName,
    @Nullable String comments) {}
