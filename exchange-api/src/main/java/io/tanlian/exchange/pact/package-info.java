/** The PACT v3 host API: footprints as PACT bodies. */
@NullMarked
package io.tanlian.exchange.pact;

import org.jspecify.annotations.NullMarked;
