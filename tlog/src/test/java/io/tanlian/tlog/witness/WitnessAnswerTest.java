package io.tanlian.tlog.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanlian.tlog.Hash;
import io.tanlian.tlog.MalformedException;
import io.tanlian.tlog.MerkleTree;
import io.tanlian.tlog.NodeReader;
import io.tanlian.tlog.Proofs;
import io.tanlian.tlog.TestLeaves;
import io.tanlian.tlog.checkpoint.Checkpoint;
import io.tanlian.tlog.encoding.StrictUtf8;
import io.tanlian.tlog.note.NoteSigner;
import io.tanlian.tlog.note.SignedNote;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WitnessAnswerTest {
  private static final int SIZE_MAX = 70;
  private static final NoteSigner SIGNER = NoteSigner.generate("log.example.com");
  private static final KnownLog LOG =
      new KnownLog("log.example.com", List.of(SIGNER.verifierKey()));
  private static final List<Hash> LEAVES = TestLeaves.numbered(SIZE_MAX);
  private static final NodeReader NODES = TestLeaves.reader(LEAVES);

  @Test
  void any_honest_growth_is_cosigned() {
    for (int oldSize = 0; oldSize <= SIZE_MAX; oldSize++) {
      for (int newSize = oldSize; newSize <= SIZE_MAX; newSize++) {
        AddCheckpoint request = growth(oldSize, newSize);
        assertThat(WitnessAnswer.decide(LOG, head(oldSize), request))
            .as("%d to %d", oldSize, newSize)
            .isEqualTo(new WitnessAnswer.Cosign(request.treeHead()));
      }
    }
  }

  @Test
  void any_fork_is_refused_wherever_it_begins() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      int newSize = 1 + random.nextInt(SIZE_MAX);
      int oldSize = 1 + random.nextInt(newSize);
      List<Hash> forked = new ArrayList<>(LEAVES);
      int changed = random.nextInt(oldSize);
      forked.set(changed, TestLeaves.withBitFlipped(forked.get(changed), random.nextInt(256)));
      NodeReader nodes = TestLeaves.reader(forked);
      AddCheckpoint request =
          new AddCheckpoint(
              oldSize,
              Proofs.consistency(oldSize, newSize, random.nextBoolean() ? nodes : NODES),
              signed(newSize, Proofs.root(newSize, nodes)));

      assertThat(WitnessAnswer.decide(LOG, head(oldSize), request))
          .as("seed %d round %d: %d to %d, leaf %d", seed, round, oldSize, newSize, changed)
          .isInstanceOf(WitnessAnswer.Inconsistent.class);
    }
  }

  @Test
  void any_rollback_is_answered_with_the_size_the_witness_knows() {
    for (int known = 1; known <= SIZE_MAX; known++) {
      for (int newSize = 0; newSize < known; newSize++) {
        for (int oldSize = 0; oldSize <= newSize; oldSize++) {
          assertThat(WitnessAnswer.decide(LOG, head(known), growth(oldSize, newSize)))
              .isEqualTo(new WitnessAnswer.Conflict(known));
        }
      }
    }
  }

  @Test
  void a_request_with_any_bit_flipped_is_not_cosigned() {
    byte[] honest = StrictUtf8.encode(growth(5, 13).format());
    int readable = 0;
    for (int bit = 0; bit < honest.length * 8; bit++) {
      byte[] flipped = honest.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      try {
        AddCheckpoint request = AddCheckpoint.parse(StrictUtf8.decode(flipped));
        readable++;
        assertThat(WitnessAnswer.decide(LOG, head(5), request))
            .as("bit %d", bit)
            .isNotInstanceOf(WitnessAnswer.Cosign.class);
      } catch (MalformedException expected) {
        assertThat(expected.getMessage()).isNotBlank();
      }
    }
    assertThat(readable).isPositive();
  }

  @Test
  void a_proof_with_any_hash_more_less_or_elsewhere_is_refused() {
    AddCheckpoint honest = growth(5, 13);
    for (int i = 0; i < honest.proof().size(); i++) {
      List<Hash> less = new ArrayList<>(honest.proof());
      Hash taken = less.remove(i);
      List<Hash> more = new ArrayList<>(honest.proof());
      more.add(i, taken);
      assertRefused(5, less, honest.checkpoint());
      assertRefused(5, more, honest.checkpoint());
    }
    assertRefused(5, honest.proof().reversed(), honest.checkpoint());
  }

  @Test
  void a_proof_where_none_is_due_is_refused() {
    List<Hash> proof = growth(5, 13).proof();

    assertRefused(0, proof, growth(0, 13).checkpoint());
    assertRefused(13, proof, growth(0, 13).checkpoint());
  }

  @Test
  void another_root_at_the_size_cosigned_last_is_refused() {
    assertRefused(7, List.of(), signed(7, LEAVES.getFirst()));
  }

  @Test
  void an_old_size_above_the_checkpoint_is_malformed_whatever_the_witness_knows() {
    AddCheckpoint request = new AddCheckpoint(8, List.of(), growth(0, 7).checkpoint());

    for (int known : new int[] {0, 7, 8, 9}) {
      assertThat(WitnessAnswer.decide(LOG, head(known), request))
          .isEqualTo(new WitnessAnswer.Malformed("old size 8 is above the checkpoint's size 7"));
    }
  }

  @Test
  void signatures_by_strangers_are_ignored() {
    NoteSigner stranger = NoteSigner.generate("stranger.example.com");
    NoteSigner sameName = NoteSigner.generate("log.example.com");
    SignedNote honest = growth(0, 7).checkpoint();
    SignedNote more = honest.with(stranger.sign(honest.text())).with(sameName.sign("other\n"));

    assertThat(WitnessAnswer.decide(LOG, CosignedHead.NONE, new AddCheckpoint(0, List.of(), more)))
        .isInstanceOf(WitnessAnswer.Cosign.class);
  }

  @Test
  void one_of_several_keys_of_a_log_is_enough() {
    NoteSigner other = NoteSigner.generate("log.example.com/2026");
    KnownLog both =
        new KnownLog("log.example.com", List.of(other.verifierKey(), SIGNER.verifierKey()));

    assertThat(WitnessAnswer.decide(both, CosignedHead.NONE, growth(0, 7)))
        .isInstanceOf(WitnessAnswer.Cosign.class);
  }

  @Test
  void a_checkpoint_that_no_known_key_signed_is_refused_before_its_sizes_are_looked_at() {
    String text = growth(0, 7).checkpoint().text();
    NoteSigner stranger = NoteSigner.generate("log.example.com");
    SignedNote foreign = SignedNote.sign(text, stranger);
    SignedNote forged =
        SignedNote.sign(text, SIGNER).with(SIGNER.sign("log.example.com\n8\nanother\n"));

    for (SignedNote note : List.of(foreign, forged)) {
      assertThat(WitnessAnswer.decide(LOG, head(3), new AddCheckpoint(9, List.of(), note)))
          .isInstanceOf(WitnessAnswer.NotSigned.class);
    }
  }

  @Test
  void a_checkpoint_of_another_origin_is_unknown_even_if_signed() {
    SignedNote other =
        SignedNote.sign(Checkpoint.of("other.example.com", 1, LEAVES.getFirst()).format(), SIGNER);

    assertThat(WitnessAnswer.decide(LOG, CosignedHead.NONE, new AddCheckpoint(0, List.of(), other)))
        .isEqualTo(new WitnessAnswer.UnknownOrigin("other.example.com"));
  }

  @Test
  void statuses_are_those_of_the_standard() {
    assertThat(
            List.of(
                new WitnessAnswer.Cosign(Checkpoint.of("o", 0, MerkleTree.EMPTY_ROOT)).status(),
                new WitnessAnswer.Malformed("").status(),
                new WitnessAnswer.NotSigned("").status(),
                new WitnessAnswer.UnknownOrigin("").status(),
                new WitnessAnswer.Conflict(1).status(),
                new WitnessAnswer.Inconsistent("").status()))
        .containsExactly(200, 400, 403, 404, 409, 422);
  }

  @Test
  void a_witness_s_key_is_no_log_s() {
    NoteSigner witness = NoteSigner.generateWitness("witness.example.com");

    assertThatThrownBy(() -> new KnownLog("witness.example.com", List.of(witness.verifierKey())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not a log's");
  }

  private static void assertRefused(long known, List<Hash> proof, SignedNote checkpoint) {
    assertThat(
            WitnessAnswer.decide(
                LOG, head((int) known), new AddCheckpoint(known, proof, checkpoint)))
        .isInstanceOf(WitnessAnswer.Inconsistent.class);
  }

  private static AddCheckpoint growth(int oldSize, int newSize) {
    return new AddCheckpoint(
        oldSize,
        Proofs.consistency(oldSize, newSize, NODES),
        signed(newSize, Proofs.root(newSize, NODES)));
  }

  private static CosignedHead head(int size) {
    return new CosignedHead(size, Proofs.root(size, NODES));
  }

  private static SignedNote signed(long size, Hash root) {
    return Checkpoint.of("log.example.com", size, root).sign(SIGNER);
  }
}
