package io.tanlian.tlog.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.tlog.MerkleTree;
import io.tanlian.tlog.Samples;
import io.tanlian.tlog.Verdict;
import io.tanlian.tlog.encoding.StrictUtf8;
import io.tanlian.tlog.note.NoteSignature;
import io.tanlian.tlog.note.NoteSigner;
import io.tanlian.tlog.note.SignedNote;
import io.tanlian.tlog.note.VerifierKey;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CosignatureTest {
  private static final NoteSigner LOG = NoteSigner.generate("log.example.com");
  private static final NoteSigner WITNESS = NoteSigner.generateWitness("witness.example.com");
  private static final Checkpoint CHECKPOINT =
      Checkpoint.of("log.example.com", 1, MerkleTree.leafHash(new byte[0]));
  private static final SignedNote SIGNED = CHECKPOINT.sign(LOG);
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  /** A checkpoint of the public witness network, and the keys its witnesses publish. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "transparency.dev/DEV:witness-little-garden+d8042a87+BCtusOxINQNUTN5Oj8HObRkh2yHf/MwYaGX4CPdiVEPM",
        "witness1.smartit.nu/witness1+a48c820f+BPSFWg9G6KPiO7QPryYO5Xq4oYJJ+kAvLKLSimDhoxMO",
        "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2",
        "witness.stagemole.eu+67f7aea0+BEqSG3yu9YrmcM3BHvQYTxwFj3uSWakQepafafpUqklv"
      })
  void of_a_public_witness_verifies(String key) {
    SignedNote arche =
        SignedNote.parse(StrictUtf8.decode(Samples.read(getClass(), "arche2025h1.checkpoint")));
    VerifierKey witness = VerifierKey.parse(key);

    assertThat(Cosignature.verify(arche, witness))
        .isEqualTo(new Cosignature.Given(witness.name(), Instant.parse("2026-05-23T21:50:24Z")));
  }

  @Test
  void leaves_the_log_s_own_signature_as_it_was() {
    SignedNote cosigned = SIGNED.with(Cosignature.sign(CHECKPOINT, WITNESS, NOON));
    SignedNote read = SignedNote.parse(cosigned.format());

    assertThat(Checkpoint.verify(read, LOG.verifierKey())).isEqualTo(new Verdict.Holds());
    assertThat(Cosignature.verify(read, WITNESS.verifierKey()))
        .isEqualTo(new Cosignature.Given("witness.example.com", NOON));
    assertThat(read.verify(List.of(LOG.verifierKey(), WITNESS.verifierKey())))
        .isEqualTo(new Verdict.Holds());
  }

  @Test
  void covers_the_time_it_states() {
    byte[] signature = Cosignature.sign(CHECKPOINT, WITNESS, NOON).signature();
    signature[7] ^= 1;

    assertThat(Cosignature.verify(withLine(signature), WITNESS.verifierKey()))
        .isEqualTo(
            new Cosignature.Absent("the cosignature by witness.example.com does not verify"));
  }

  @Test
  void covers_the_checkpoint() {
    Checkpoint other = Checkpoint.of("log.example.com", 2, CHECKPOINT.root());
    SignedNote moved = SIGNED.with(Cosignature.sign(other, WITNESS, NOON));

    assertThat(Cosignature.verify(moved, WITNESS.verifierKey()))
        .isEqualTo(
            new Cosignature.Absent("the cosignature by witness.example.com does not verify"));
  }

  @Test
  void is_refused_when_cut_or_empty_of_a_signature() {
    for (int length : new int[] {1, 7, 8, 64, 71, 73}) {
      assertThat(Cosignature.verify(withLine(new byte[length]), WITNESS.verifierKey()))
          .isInstanceOf(Cosignature.Absent.class);
    }
  }

  @Test
  void is_absent_without_a_line_of_the_witness() {
    assertThat(Cosignature.verify(SIGNED, WITNESS.verifierKey()))
        .isEqualTo(new Cosignature.Absent("there is no cosignature by witness.example.com"));
    assertThat(Cosignature.verify(SIGNED, LOG.verifierKey()))
        .isEqualTo(new Cosignature.Absent("key log.example.com is not a witness's"));
  }

  @Test
  void given_twice_counts_from_the_earlier_time_if_both_verify() {
    SignedNote twice =
        SIGNED
            .with(Cosignature.sign(CHECKPOINT, WITNESS, NOON.plusSeconds(60)))
            .with(Cosignature.sign(CHECKPOINT, WITNESS, NOON));

    assertThat(Cosignature.verify(twice, WITNESS.verifierKey()))
        .isEqualTo(new Cosignature.Given("witness.example.com", NOON));
    assertThat(Cosignature.verify(twice.with(line(new byte[72])), WITNESS.verifierKey()))
        .isInstanceOf(Cosignature.Absent.class);
  }

  private static SignedNote withLine(byte[] signature) {
    return SIGNED.with(line(signature));
  }

  private static NoteSignature line(byte[] signature) {
    return new NoteSignature("witness.example.com", WITNESS.verifierKey().keyId(), signature);
  }
}
