/** Where material came from and where it went, from what the statements on the ledger say. */
@NullMarked
package io.tanlian.verifier.trace;

import org.jspecify.annotations.NullMarked;
