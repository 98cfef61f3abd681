/** Footprints that other PACT hosts sent, with where they came from. */
@NullMarked
package io.tanlian.contracts.received;

import org.jspecify.annotations.NullMarked;
