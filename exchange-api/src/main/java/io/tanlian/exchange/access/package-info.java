/** Who calls: OAuth 2 clients, access tokens, and what each path asks of a caller. */
@NullMarked
package io.tanlian.exchange.access;

import org.jspecify.annotations.NullMarked;
