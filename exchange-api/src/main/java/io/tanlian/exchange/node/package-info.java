/** Several nodes of one log: which one leads, and how the others have their appends done there. */
@NullMarked
package io.tanlian.exchange.node;

import org.jspecify.annotations.NullMarked;
