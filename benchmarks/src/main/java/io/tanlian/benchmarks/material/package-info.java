/** Recycled material that is used once: admitted, counted and traced, beside raw JDBC. */
@NullMarked
package io.tanlian.benchmarks.material;

import org.jspecify.annotations.NullMarked;
