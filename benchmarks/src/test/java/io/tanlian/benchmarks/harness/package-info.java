/** The arithmetic of the comparisons. */
@NullMarked
package io.tanlian.benchmarks.harness;

import org.jspecify.annotations.NullMarked;
