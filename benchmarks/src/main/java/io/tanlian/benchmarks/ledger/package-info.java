/** What the ledger is measured against: raw JDBC and Axon 4.13. */
@NullMarked
package io.tanlian.benchmarks.ledger;

import org.jspecify.annotations.NullMarked;
