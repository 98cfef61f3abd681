/** The PostgreSQL that both sides of a comparison share, each with a database of its own. */
@NullMarked
package io.tanlian.benchmarks.database;

import org.jspecify.annotations.NullMarked;
