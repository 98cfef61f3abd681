@NullMarked
package io.tanlian.exchange.node;

import org.jspecify.annotations.NullMarked;
