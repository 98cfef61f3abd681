/** Our own PACT client: footprints that participants get from other hosts, and keep here. */
@NullMarked
package io.tanlian.exchange.received;

import org.jspecify.annotations.NullMarked;
