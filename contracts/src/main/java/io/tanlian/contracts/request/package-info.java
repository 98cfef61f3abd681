/** Requests for footprints that other PACT hosts send, and how they were answered. */
@NullMarked
package io.tanlian.contracts.request;

import org.jspecify.annotations.NullMarked;
