package io.tanlian.example.battery.chain;

import java.math.BigDecimal;

/** Data-quality ratings, 1 best to 5 (PACT Methodology v3, section 4.2.3): our judgement. */
public record Ratings(BigDecimal technology, BigDecimal time, BigDecimal geography) {}
