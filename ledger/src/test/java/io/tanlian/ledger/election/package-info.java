@NullMarked
package io.tanlian.ledger.election;

import org.jspecify.annotations.NullMarked;
