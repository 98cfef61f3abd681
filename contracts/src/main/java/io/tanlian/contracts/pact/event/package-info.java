/** The events PACT hosts send each other: CloudEvents 1.0 in structured mode. */
@NullMarked
package io.tanlian.contracts.pact.event;

import org.jspecify.annotations.NullMarked;
