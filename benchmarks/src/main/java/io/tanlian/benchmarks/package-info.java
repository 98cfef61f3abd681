/** The benchmarks' command line: one command a suite. */
@NullMarked
package io.tanlian.benchmarks;

import org.jspecify.annotations.NullMarked;
