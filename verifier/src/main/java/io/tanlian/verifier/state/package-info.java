/** What a replay of the ledger knows at an index. */
@NullMarked
package io.tanlian.verifier.state;

import org.jspecify.annotations.NullMarked;
