@NullMarked
package io.tanlian.exchange.pact.filter;

import org.jspecify.annotations.NullMarked;
