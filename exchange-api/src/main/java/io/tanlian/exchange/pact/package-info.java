/** The PACT host API, v3 and v2.3: footprints as PACT bodies. */
@NullMarked
package io.tanlian.exchange.pact;

import org.jspecify.annotations.NullMarked;
