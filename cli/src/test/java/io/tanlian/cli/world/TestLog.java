package io.tanlian.cli.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.statement.ReadStatement;
import io.tanlian.contracts.statement.SignedStatement;
import io.tanlian.contracts.statement.StatementReader;
import io.tanlian.tlog.EntryBundle;
import io.tanlian.tlog.Hash;
import io.tanlian.tlog.HashTile;
import io.tanlian.tlog.MerkleTree;
import io.tanlian.tlog.NodeReader;
import io.tanlian.tlog.Proofs;
import io.tanlian.tlog.TilePath;
import io.tanlian.tlog.checkpoint.Checkpoint;
import io.tanlian.tlog.checkpoint.Receipt;
import io.tanlian.tlog.entry.Entry;
import io.tanlian.tlog.entry.EntryCodec;
import io.tanlian.tlog.note.NoteSigner;
import io.tanlian.tlog.note.SignedNote;
import io.tanlian.tlog.note.VerifierKey;
import io.tanlian.verifier.state.StatementEntry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A log in memory: takes any statement that can be read, and proves it. */
final class TestLog implements NodeReader {
  private final NoteSigner signer = NoteSigner.generate(TestExchange.ORIGIN);
  private final List<byte[]> entries = new ArrayList<>();
  private final Map<String, Held> statements = new LinkedHashMap<>();

  /** A statement and the receipt of the tree it was appended to. */
  record Held(long index, long treeSize, ReadStatement read, String receipt) {}

  VerifierKey key() {
    return signer.verifierKey();
  }

  Optional<Held> find(String id) {
    return Optional.ofNullable(statements.get(id));
  }

  Outcome<Held> append(SignedStatement signed) {
    return StatementReader.read(signed).map(this::append);
  }

  private Held append(ReadStatement read) {
    Entry entry = StatementEntry.of(read, Instant.now().truncatedTo(ChronoUnit.MICROS));
    long index = entries.size();
    entries.add(EntryCodec.encode(entry));
    Receipt receipt =
        new Receipt(
            EntryCodec.header(entry), index, Proofs.inclusion(index, entries.size(), this), head());
    Held held = new Held(index, entries.size(), read, receipt.format());
    statements.put(read.statement().id().value(), held);
    return held;
  }

  /** Changes one stored byte behind everybody's back. */
  void corrupt(int index) {
    byte[] entry = entries.get(index);
    entry[entry.length - 1] ^= 1;
  }

  SignedNote head() {
    return Checkpoint.of(key().name(), entries.size(), Proofs.root(entries.size(), this))
        .sign(signer);
  }

  byte[] checkpoint() {
    return head().format().getBytes(UTF_8);
  }

  Optional<byte[]> tile(TilePath path) {
    if (!path.isWithin(entries.size())) {
      return Optional.empty();
    }
    int first = (int) path.index() * TilePath.FULL_WIDTH;
    return Optional.of(
        switch (path) {
          case TilePath.Entries bundle ->
              EntryBundle.encode(entries.subList(first, first + bundle.width()));
          case TilePath.Hashes tile -> {
            List<Hash> hashes = new ArrayList<>();
            for (int i = first; i < first + tile.width(); i++) {
              hashes.add(node(Byte.SIZE * tile.level(), i));
            }
            yield HashTile.encode(hashes);
          }
        });
  }

  @Override
  public Hash node(int level, long index) {
    return level == 0
        ? MerkleTree.leafHash(entries.get((int) index))
        : MerkleTree.nodeHash(node(level - 1, 2 * index), node(level - 1, 2 * index + 1));
  }
}
