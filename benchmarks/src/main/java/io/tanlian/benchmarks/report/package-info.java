/** What a suite leaves behind: JSON for programs, a table and a chart for people. */
@NullMarked
package io.tanlian.benchmarks.report;

import org.jspecify.annotations.NullMarked;
