/** The {@code $filter} of PACT v2: the part of OData v4 that its specification names. */
@NullMarked
package io.tanlian.exchange.pact.filter;

import org.jspecify.annotations.NullMarked;
