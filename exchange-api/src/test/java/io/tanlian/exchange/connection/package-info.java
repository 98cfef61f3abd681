/** Tests of connections, and of calls with their credentials. */
@NullMarked
package io.tanlian.exchange.connection;

import org.jspecify.annotations.NullMarked;
