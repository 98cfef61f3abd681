@NullMarked
package io.tanlian.ledger.state;

import org.jspecify.annotations.NullMarked;
