@NullMarked
package io.tanlian.exchange.access;

import org.jspecify.annotations.NullMarked;
