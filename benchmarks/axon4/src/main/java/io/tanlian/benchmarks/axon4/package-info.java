/** The peer Axon 4.13 with its JDBC engine: the same rule on the same PostgreSQL. */
@NullMarked
package io.tanlian.benchmarks.axon4;

import org.jspecify.annotations.NullMarked;
