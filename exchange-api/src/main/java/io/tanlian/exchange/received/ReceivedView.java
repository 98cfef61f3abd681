package io.tanlian.exchange.received;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/** Footprints a participant received, as it sees them. */
record ReceivedView(
    String statement, long index, String host, String footprint, String validUntil) {

  static ReceivedView of(ReceivedFootprints.Row row) {
    return new ReceivedView(
        row.statement().value(),
        row.position(),
        row.host(),
        row.footprint().toString(),
        row.validUntil().toString());
  }

  /**
   * One page, in ledger order.
   *
   * @param next the path of the next page; empty on the last
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Page(List<ReceivedView> received, Optional<String> next) {}
}
