/** Collects cosignatures of independent witnesses (C2SP tlog-witness), and serves them. */
@NullMarked
package io.tanlian.exchange.witness;

import org.jspecify.annotations.NullMarked;
