/** What a decision stands on, from memory where it can be. */
@NullMarked
package io.tanlian.ledger.state;

import org.jspecify.annotations.NullMarked;
