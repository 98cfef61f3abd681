@NullMarked
package io.tanlian.exchange.readmodel;

import org.jspecify.annotations.NullMarked;
