/** Who may see what: declarations through the eyes of a caller, by ownership and consent. */
@NullMarked
package io.tanlian.exchange.sharing;

import org.jspecify.annotations.NullMarked;
