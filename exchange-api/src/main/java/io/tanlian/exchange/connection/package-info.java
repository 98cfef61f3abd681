/** Where participants' PACT hosts are, and how they are called. */
@NullMarked
package io.tanlian.exchange.connection;

import org.jspecify.annotations.NullMarked;
