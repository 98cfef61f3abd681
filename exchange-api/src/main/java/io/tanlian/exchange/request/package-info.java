/**
 * Requests for footprints: events that other PACT hosts send become statements on the ledger, and
 * each is answered once, by what is granted or by its owner.
 */
@NullMarked
package io.tanlian.exchange.request;

import org.jspecify.annotations.NullMarked;
