package io.tanlian.ledger.sequencer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch whose transaction has ended.
 *
 * @param answers one for each append, in order
 * @param batch what is durable; none if nothing of it was placed, or it turned out to be lost
 */
record EndedBatch(List<Answer> answers, @Nullable CommittedBatch batch) {}
