/** The outbox: what is sent to participants' hosts, in order, until it arrives or is given up. */
@NullMarked
package io.tanlian.exchange.delivery;

import org.jspecify.annotations.NullMarked;
