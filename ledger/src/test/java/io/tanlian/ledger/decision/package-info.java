@NullMarked
package io.tanlian.ledger.decision;

import org.jspecify.annotations.NullMarked;
