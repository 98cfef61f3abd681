@NullMarked
package io.tanlian.ledger.axon;

import org.jspecify.annotations.NullMarked;
