package io.tanlian.tlog.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanlian.tlog.MerkleTree;
import io.tanlian.tlog.checkpoint.Checkpoint;
import io.tanlian.tlog.checkpoint.Cosignature;
import io.tanlian.tlog.note.NoteSigner;
import io.tanlian.tlog.note.SignedNote;
import io.tanlian.tlog.note.VerifierKey;
import io.tanlian.tlog.witness.WitnessQuorum.Standing;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WitnessQuorumTest {
  private static final NoteSigner LOG = NoteSigner.generate("log.example.com");
  private static final NoteSigner FIRST = NoteSigner.generateWitness("first.example.com");
  private static final NoteSigner SECOND = NoteSigner.generateWitness("second.example.com");
  private static final SignedNote CHECKPOINT =
      Checkpoint.of("log.example.com", 1, MerkleTree.leafHash(new byte[0])).sign(LOG);
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final List<VerifierKey> BOTH = List.of(FIRST.verifierKey(), SECOND.verifierKey());

  @Test
  void is_reached_by_as_many_as_are_needed() {
    SignedNote one = CHECKPOINT.with(FIRST.cosign(CHECKPOINT.text(), NOON));
    SignedNote two = one.with(SECOND.cosign(CHECKPOINT.text(), NOON));
    Cosignature.Given first = new Cosignature.Given("first.example.com", NOON);

    assertThat(new WitnessQuorum(BOTH, 1).judge(one))
        .isEqualTo(new Standing.Reached(List.of(first)));
    assertThat(WitnessQuorum.all(BOTH).judge(one))
        .isEqualTo(
            new Standing.Missing(
                "1 of 2 needed witnesses cosigned: there is no cosignature by second.example.com"));
    assertThat(WitnessQuorum.all(BOTH).judge(two)).isInstanceOf(Standing.Reached.class);
    assertThat(WitnessQuorum.NONE.judge(CHECKPOINT)).isEqualTo(new Standing.Reached(List.of()));
  }

  @Test
  void counts_a_witness_once_and_strangers_never() {
    SignedNote twice =
        CHECKPOINT
            .with(FIRST.cosign(CHECKPOINT.text(), NOON))
            .with(FIRST.cosign(CHECKPOINT.text(), NOON.plusSeconds(1)))
            .with(NoteSigner.generateWitness("second.example.com").cosign(CHECKPOINT.text(), NOON));

    assertThat(WitnessQuorum.all(BOTH).judge(twice)).isInstanceOf(Standing.Missing.class);
  }

  @Test
  void is_condemned_by_a_line_that_does_not_verify_even_where_enough_others_do() {
    SignedNote forged =
        CHECKPOINT
            .with(FIRST.cosign(CHECKPOINT.text(), NOON))
            .with(SECOND.cosign("log.example.com\n2\nother\n", NOON));

    assertThat(new WitnessQuorum(BOTH, 1).judge(forged))
        .isEqualTo(new Standing.Forged("the cosignature by second.example.com does not verify"));
  }

  @Test
  void needs_a_number_that_makes_sense_and_keys_of_witnesses() {
    for (int needed : new int[] {-1, 0, 3}) {
      assertThatThrownBy(() -> new WitnessQuorum(BOTH, needed))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("of 2 witnesses 1 to 2 must cosign");
    }
    assertThatThrownBy(() -> new WitnessQuorum(List.of(), 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> WitnessQuorum.all(List.of(LOG.verifierKey())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("its type must be 04");
    assertThatThrownBy(() -> WitnessQuorum.all(List.of(FIRST.verifierKey(), FIRST.verifierKey())))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
