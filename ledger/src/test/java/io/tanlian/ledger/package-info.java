@NullMarked
package io.tanlian.ledger;

import org.jspecify.annotations.NullMarked;
