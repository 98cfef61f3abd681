@NullMarked
package io.tanlian.exchange.serve;

import org.jspecify.annotations.NullMarked;
