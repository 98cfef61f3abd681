/** Tests of calls to other companies' hosts, and a host for them. */
@NullMarked
package io.tanlian.exchange.outbound;

import org.jspecify.annotations.NullMarked;
