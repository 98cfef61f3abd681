/** Refusals over HTTP: RFC 9457 problems for the native API, PACT error bodies for PACT paths. */
@NullMarked
package io.tanlian.exchange.problem;

import org.jspecify.annotations.NullMarked;
