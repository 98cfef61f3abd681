/** The product footprint of the PACT data model, version 3. */
@NullMarked
package io.tanlian.contracts.pact.v3;

import org.jspecify.annotations.NullMarked;
