@NullMarked
package io.tanlian.ledger.forward;

import org.jspecify.annotations.NullMarked;
