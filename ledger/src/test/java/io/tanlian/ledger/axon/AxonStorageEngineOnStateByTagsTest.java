package io.tanlian.ledger.axon;

import io.tanlian.ledger.TestDatabase;
import io.tanlian.ledger.state.CachingNode;
import io.tanlian.ledger.state.StateByTags;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.NullUnmarked;

/** The same contract where handlers source from memory. */
@NullUnmarked
class AxonStorageEngineOnStateByTagsTest extends AxonStorageEngineContractTest {
  @Override
  EventStorageEngine engineOn(TestDatabase database) {
    CachingNode node =
        closedAtTheEnd(CachingNode.on(database, StateByTags.shareOfHeap()).caughtUp());
    return new PostgresStorageEngine(node.sequencer(), node.ledger(), node.state());
  }
}
