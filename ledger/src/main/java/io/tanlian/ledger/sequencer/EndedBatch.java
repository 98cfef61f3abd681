package io.tanlian.ledger.sequencer;

import java.util.List;
import java.util.Optional;

/**
 * A batch whose transaction has ended.
 *
 * @param answers one for each append, in order
 * @param batch what is durable; empty if nothing of it was placed, or it turned out to be lost
 */
record EndedBatch(List<Answer> answers, Optional<CommittedBatch> batch) {
  static EndedBatch withoutEntries(List<Answer> answers) {
    return new EndedBatch(answers, Optional.empty());
  }
}
