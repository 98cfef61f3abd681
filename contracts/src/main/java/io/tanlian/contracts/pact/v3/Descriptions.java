package io.tanlian.contracts.pact.v3;

import org.jspecify.annotations.Nullable;

/** What a footprint says in words; null where it says nothing, or where it is concealed. */
public record Descriptions(
    @Nullable String boundaryProcesses,
    @Nullable String exemptedEmissions,
    @Nullable String allocationRules) {}
