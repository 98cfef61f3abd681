/**
 * The ledger: what is appended, under which conditions, and what can be read back. It knows bytes,
 * tags and indexes, not carbon.
 */
@NullMarked
package io.tanlian.ledger;

import org.jspecify.annotations.NullMarked;
