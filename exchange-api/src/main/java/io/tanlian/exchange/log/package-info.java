/** The transparency log over HTTP (C2SP tlog-tiles). */
@NullMarked
package io.tanlian.exchange.log;

import org.jspecify.annotations.NullMarked;
