package io.tanlian.ledger.sequencer;

import io.tanlian.ledger.Sequencer;
import io.tanlian.ledger.SequencerContract;
import io.tanlian.ledger.TestDatabase;
import io.tanlian.ledger.TestNode;
import io.tanlian.ledger.TestServer;
import org.junit.jupiter.api.AfterEach;

class PostgresSequencerContractTest extends SequencerContract {
  private final TestDatabase database = TestServer.newDatabase();
  private final TestNode node = TestNode.on(database);

  @Override
  protected Sequencer emptyLedger() {
    return node.sequencer();
  }

  @AfterEach
  void stop() {
    node.close();
    database.close();
  }
}
