/** {@code tanlian receipt}: proofs that a statement is on the ledger. */
@NullMarked
package io.tanlian.cli.receipt;

import org.jspecify.annotations.NullMarked;
