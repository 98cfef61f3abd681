/** The product footprint of the PACT data model, version 2.3, which readers of 2.0 to 2.2 take. */
@NullMarked
package io.tanlian.contracts.pact.v2;

import org.jspecify.annotations.NullMarked;
