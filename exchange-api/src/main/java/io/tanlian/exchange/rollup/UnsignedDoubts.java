package io.tanlian.exchange.rollup;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.received.ReceivedFootprint;
import io.tanlian.exchange.rollup.RollUpView.DoubtView;
import io.tanlian.exchange.rollup.RollUpView.PinView;
import io.tanlian.footprint.activity.Pin;
import io.tanlian.footprint.rollup.RollUp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says of a result which of its inputs nobody signed. */
final class UnsignedDoubts {
  private UnsignedDoubts() {}

  static List<DoubtView> of(RollUp rollUp, Map<StatementId, ReceivedFootprint> unsigned) {
    List<DoubtView> doubts = new ArrayList<>();
    for (Pin pin : rollUp.pins()) {
      ReceivedFootprint received = unsigned.get(pin.statement());
      if (received != null) {
        doubts.add(
            new DoubtView(
                received.footprint().productIds().getFirst().value(),
                PinView.of(pin),
                "Received unsigned from %s at %s: nobody who made this footprint signed it."
                    .formatted(received.host(), received.retrievedAt())));
      }
    }
    return List.copyOf(doubts);
  }
}
