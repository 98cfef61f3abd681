package io.tanlian.exchange.witness;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.tlog.MerkleTree;
import io.tanlian.tlog.checkpoint.Checkpoint;
import io.tanlian.tlog.note.NoteSigner;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SharedTargetTest {
  private static final NoteSigner LOG = NoteSigner.generate("log.example");
  private static final ConfiguredWitness FIRST = witness("first.example");
  private static final ConfiguredWitness SECOND = witness("second.example");

  private long nanos;
  private long head = 1;
  private final SharedTarget targets = new SharedTarget(2, () -> nanos);

  @Test
  void is_none_while_the_ledger_is_empty() {
    assertThat(targets.current(0, 0, Optional::empty)).isEmpty();
  }

  @Test
  void stays_until_the_quorum_cosigned_so_that_one_checkpoint_has_it() {
    assertThat(current()).isEqualTo(1);
    head = 5;
    pass(SharedTarget.INTERVAL.multipliedBy(3));
    assertThat(current()).isEqualTo(1);
    targets.cosigned(1, FIRST);
    targets.cosigned(1, FIRST);
    assertThat(current()).isEqualTo(1);
    targets.cosigned(1, SECOND);
    assertThat(current()).isEqualTo(5);
  }

  @Test
  void moves_on_at_most_once_an_interval() {
    current();
    targets.cosigned(1, FIRST);
    targets.cosigned(1, SECOND);
    head = 2;
    assertThat(current()).isEqualTo(1);
    pass(SharedTarget.INTERVAL);
    assertThat(current()).isEqualTo(2);
  }

  @Test
  void moves_on_without_a_quorum_when_patience_ends() {
    current();
    head = 2;
    pass(SharedTarget.PATIENCE.minusNanos(1));
    assertThat(current()).isEqualTo(1);
    pass(Duration.ofNanos(1));
    assertThat(current()).isEqualTo(2);
  }

  @Test
  void moves_on_for_a_witness_that_cosigned_more_already() {
    current();
    head = 9;
    pass(SharedTarget.INTERVAL);
    assertThat(current(7)).isEqualTo(9);
  }

  @Test
  void does_not_count_who_cosigned_a_target_that_is_past() {
    current();
    head = 2;
    pass(SharedTarget.PATIENCE);
    current();
    targets.cosigned(1, FIRST);
    targets.cosigned(1, SECOND);
    head = 3;
    pass(SharedTarget.INTERVAL);
    assertThat(current()).isEqualTo(2);
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
  }

  private long current() {
    return current(0);
  }

  private long current(long needed) {
    return targets
        .current(
            head,
            needed,
            () ->
                Optional.of(
                    Checkpoint.of("log.example", head, MerkleTree.leafHash(new byte[0])).sign(LOG)))
        .orElseThrow()
        .size();
  }

  private static ConfiguredWitness witness(String name) {
    return new ConfiguredWitness(
        NoteSigner.generateWitness(name).verifierKey(), URI.create("https://" + name));
  }
}
