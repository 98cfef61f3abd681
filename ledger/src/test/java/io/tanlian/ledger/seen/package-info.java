@NullMarked
package io.tanlian.ledger.seen;

import org.jspecify.annotations.NullMarked;
