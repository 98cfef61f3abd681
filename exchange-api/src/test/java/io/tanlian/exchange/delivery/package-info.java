/** Tests of what is sent to participants' hosts. */
@NullMarked
package io.tanlian.exchange.delivery;

import org.jspecify.annotations.NullMarked;
