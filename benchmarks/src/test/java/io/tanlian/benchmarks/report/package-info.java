/** What a run leaves behind. */
@NullMarked
package io.tanlian.benchmarks.report;

import org.jspecify.annotations.NullMarked;
