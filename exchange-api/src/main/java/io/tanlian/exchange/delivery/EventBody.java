package io.tanlian.exchange.delivery;

import io.tanlian.contracts.pact.event.PactEvent;

/** What a delivery sends, as it is when it is sent. */
sealed interface EventBody {

  record Event(PactEvent event) implements EventBody {}

  /** There is nothing to send any more; why, in words. */
  record Nothing(String words) implements EventBody {}
}
