/** The second home of the newest checkpoint. */
@NullMarked
package io.tanlian.ledger.home;

import org.jspecify.annotations.NullMarked;
