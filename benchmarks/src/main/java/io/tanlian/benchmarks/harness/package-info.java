/** Comparisons in alternating rounds, and the arithmetic on what they measure. */
@NullMarked
package io.tanlian.benchmarks.harness;

import org.jspecify.annotations.NullMarked;
