package io.tanlian.verifier.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.statement.ReadStatement;
import io.tanlian.tlog.EntryBundle;
import io.tanlian.tlog.Hash;
import io.tanlian.tlog.HashTile;
import io.tanlian.tlog.MerkleTree;
import io.tanlian.tlog.Proofs;
import io.tanlian.tlog.TilePath;
import io.tanlian.tlog.checkpoint.Checkpoint;
import io.tanlian.tlog.checkpoint.Receipt;
import io.tanlian.tlog.entry.EntryCodec;
import io.tanlian.tlog.note.NoteSigner;
import io.tanlian.tlog.note.SignedNote;
import io.tanlian.tlog.note.VerifierKey;
import io.tanlian.verifier.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An honest log in memory, whose answers a test may replace one by one. */
final class TestLog implements LogSource {
  static final String ORIGIN = World.ORIGIN;

  final NoteSigner signer;
  final List<byte[]> entries = new ArrayList<>();
  final Map<String, Answer> instead = new HashMap<>();
  final List<String> fetched = new ArrayList<>();
  final List<StatementId> disclosuresFetched = new ArrayList<>();
  final Map<StatementId, List<String>> disclosures = new HashMap<>();
  final Map<ProductId, ServedFootprint> footprints = new HashMap<>();

  private RebuiltTree tree = new RebuiltTree();
  private List<byte[]> treeEntries = List.of();

  TestLog() {
    this(NoteSigner.generate(ORIGIN));
  }

  TestLog(NoteSigner signer) {
    this.signer = signer;
  }

  /** A log of short entries that all differ. */
  static TestLog ofSize(int size) {
    TestLog log = new TestLog();
    log.grow(size);
    return log;
  }

  /** The log of a world, every disclosure granted. */
  static TestLog of(World world) {
    TestLog log = new TestLog();
    log.follow(world);
    return log;
  }

  /** Takes over what a world said since. */
  void follow(World world) {
    for (int index = entries.size(); index < world.statements().size(); index++) {
      entries.add(EntryCodec.encode(world.entry(index)));
      ReadStatement read = world.statements().get(index);
      disclosures.put(read.statement().id(), read.signed().disclosures());
    }
  }

  void grow(int count) {
    for (int i = 0; i < count; i++) {
      entries.add(("entry " + entries.size()).getBytes(UTF_8));
    }
  }

  VerifierKey key() {
    return signer.verifierKey();
  }

  SignedNote head() {
    RebuiltTree tree = tree();
    return Checkpoint.of(signer.verifierKey().name(), tree.size(), tree.root(tree.size()))
        .sign(signer);
  }

  Receipt receipt(long index) {
    RebuiltTree tree = tree();
    return new Receipt(new byte[0], index, Proofs.inclusion(index, tree.size(), tree), head());
  }

  /** Freezes the checkpoint as it is now; what is changed afterwards is changed behind it. */
  void freezeHead() {
    instead.put("checkpoint", checkpoint());
  }

  /** Signs a checkpoint that is larger than the log. */
  void signSize(long size) {
    SignedNote note =
        Checkpoint.of(signer.verifierKey().name(), size, MerkleTree.leafHash(new byte[0]))
            .sign(signer);
    serveInstead("checkpoint", note.format().getBytes(UTF_8));
  }

  void serveInstead(String path, byte[] bytes) {
    instead.put(path, new Answer.Served(bytes));
  }

  byte[] served(String path) {
    Answer answer = path.equals("checkpoint") ? checkpoint() : honest(TilePath.parse(path));
    return ((Answer.Served) answer).bytes();
  }

  @Override
  public Answer checkpoint() {
    Answer replaced = instead.get("checkpoint");
    return replaced != null ? replaced : new Answer.Served(head().format().getBytes(UTF_8));
  }

  @Override
  public Answer witnessedCheckpoint() {
    return instead.getOrDefault("witnessed", new Answer.Missing());
  }

  @Override
  public Answer tile(TilePath path) {
    fetched.add(path.format());
    Answer replaced = instead.get(path.format());
    return replaced != null ? replaced : honest(path);
  }

  private Answer honest(TilePath path) {
    if (!path.isWithin(entries.size())) {
      return new Answer.Missing();
    }
    int first = (int) path.index() * TilePath.FULL_WIDTH;
    return new Answer.Served(
        switch (path) {
          case TilePath.Entries bundle ->
              EntryBundle.encode(entries.subList(first, first + bundle.width()));
          case TilePath.Hashes tile -> {
            RebuiltTree tree = tree();
            List<Hash> hashes = new ArrayList<>();
            for (int i = first; i < first + tile.width(); i++) {
              hashes.add(tree.node(Byte.SIZE * tile.level(), i));
            }
            yield HashTile.encode(hashes);
          }
        });
  }

  private RebuiltTree tree() {
    if (!entries.equals(treeEntries)) {
      tree = RebuiltTree.of(entries.stream().map(MerkleTree::leafHash).toList());
      treeEntries = List.copyOf(entries);
    }
    return tree;
  }

  @Override
  public DisclosureAnswer disclosures(StatementId statement) {
    disclosuresFetched.add(statement);
    return new DisclosureAnswer.Served(disclosures.getOrDefault(statement, List.of()));
  }

  @Override
  public Optional<ServedFootprint> footprint(ProductId product, long treeSize) {
    return Optional.ofNullable(footprints.get(product));
  }
}
