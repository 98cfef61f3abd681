/**
 * Gives appends their index: one thread, one transaction for many of them, one signed checkpoint
 * each.
 */
@NullMarked
package io.tanlian.ledger.sequencer;

import org.jspecify.annotations.NullMarked;
