package io.tanlian.ledger.forward;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.ledger.Ledger;
import io.tanlian.ledger.SequencedEntry;
import io.tanlian.ledger.TestDatabase;
import io.tanlian.ledger.TestNode;
import io.tanlian.ledger.storage.HeadSignal;
import io.tanlian.tlog.Frontier;
import io.tanlian.tlog.MerkleTree;
import io.tanlian.tlog.Verdict;
import io.tanlian.tlog.checkpoint.Checkpoint;
import io.tanlian.tlog.entry.EntryCodec;
import io.tanlian.tlog.note.SignedNote;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** All of a ledger, read back and checked against its newest checkpoint. */
record WholeLedger(Map<UUID, Long> indexByEvent) {

  /** Reads it; fails unless its indexes are dense, its events unique and its signed root right. */
  static WholeLedger of(TestDatabase database) {
    try (Ledger ledger =
        new Ledger(database.service(2), TestNode.SIGNER.verifierKey(), new HeadSignal())) {
      Map<UUID, Long> indexByEvent = new HashMap<>();
      Frontier tree = Frontier.EMPTY;
      List<SequencedEntry> page;
      do {
        page = ledger.entries(tree.size(), Ledger.PAGE_ENTRIES_MAX);
        for (SequencedEntry sequenced : page) {
          assertThat(sequenced.index()).isEqualTo(tree.size());
          assertThat(indexByEvent.put(sequenced.entry().eventId(), sequenced.index()))
              .as("event %s is on the ledger twice", sequenced.entry().eventId())
              .isNull();
          tree = tree.append(MerkleTree.leafHash(EntryCodec.encode(sequenced.entry())));
        }
      } while (!page.isEmpty());
      SignedNote newest = ledger.latestCheckpoint().orElseThrow();
      assertThat(Checkpoint.verify(newest, TestNode.SIGNER.verifierKey()))
          .isInstanceOf(Verdict.Holds.class);
      assertThat(Checkpoint.parse(newest.text()))
          .isEqualTo(Checkpoint.of(TestNode.SIGNER.verifierKey().name(), tree.size(), tree.root()));
      return new WholeLedger(indexByEvent);
    }
  }
}
