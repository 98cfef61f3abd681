/** Thresholds as versioned data: they differ by country and year, and so do their denominators. */
@NullMarked
package io.tanlian.contracts.rulepack;

import org.jspecify.annotations.NullMarked;
