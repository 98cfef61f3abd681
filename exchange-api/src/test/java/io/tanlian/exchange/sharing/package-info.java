@NullMarked
package io.tanlian.exchange.sharing;

import org.jspecify.annotations.NullMarked;
