/** How a node that does not lead has its appends done by the one that does. */
@NullMarked
package io.tanlian.ledger.forward;

import org.jspecify.annotations.NullMarked;
