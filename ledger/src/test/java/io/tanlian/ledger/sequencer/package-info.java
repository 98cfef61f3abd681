@NullMarked
package io.tanlian.ledger.sequencer;

import org.jspecify.annotations.NullMarked;
