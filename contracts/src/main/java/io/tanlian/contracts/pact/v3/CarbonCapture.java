package io.tanlian.contracts.pact.v3;

import org.jspecify.annotations.Nullable;

/** How captured carbon is stored or used, and how that is accounted for; its figures are apart. */
public record CarbonCapture(
    @Nullable Boolean storageIncluded,
    @Nullable String origin,
    @Nullable String calculationApproach,
    @Nullable String creditCertification) {}
