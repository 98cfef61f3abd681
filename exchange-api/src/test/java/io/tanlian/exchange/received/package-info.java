/** Tests of fetching footprints from other hosts. */
@NullMarked
package io.tanlian.exchange.received;

import org.jspecify.annotations.NullMarked;
