package io.tanlian.ledger.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.tlog.Hash;
import io.tanlian.tlog.MerkleTree;
import io.tanlian.tlog.checkpoint.Checkpoint;
import io.tanlian.tlog.note.NoteSigner;
import io.tanlian.tlog.note.SignedNote;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every home of a checkpoint must do. */
abstract class CheckpointHomeContract {
  static final NoteSigner LOG = NoteSigner.generate("home.test.tanlian.io/log");

  /** A home of {@link #LOG}; each call opens the same one again, as another process would. */
  abstract CheckpointHome home() throws IOException;

  static SignedNote checkpoint(long size, String history) {
    Hash root = MerkleTree.leafHash((history + size).getBytes(StandardCharsets.UTF_8));
    return Checkpoint.of(LOG.verifierKey().name(), size, root).sign(LOG);
  }

  @Test
  void a_new_home_holds_nothing() throws IOException {
    assertThat(home().newest()).isEmpty();
  }

  @Test
  void the_first_checkpoint_is_kept_and_found_again() throws IOException {
    SignedNote first = checkpoint(1, "a");
    assertThat(home().advance(Optional.empty(), first)).isTrue();
    assertThat(home().newest()).contains(first);
  }

  @Test
  void a_checkpoint_replaces_the_expected_one() throws IOException {
    CheckpointHome home = home();
    home.advance(Optional.empty(), checkpoint(1, "a"));
    assertThat(home.advance(Optional.of(checkpoint(1, "a")), checkpoint(512, "a"))).isTrue();
    assertThat(home.newest()).contains(checkpoint(512, "a"));
  }

  @Test
  void a_home_that_holds_another_stays_as_it_is() throws IOException {
    CheckpointHome home = home();
    home.advance(Optional.empty(), checkpoint(2, "a"));
    assertThat(home.advance(Optional.empty(), checkpoint(3, "a"))).isFalse();
    assertThat(home.advance(Optional.of(checkpoint(2, "b")), checkpoint(3, "a"))).isFalse();
    assertThat(home.advance(Optional.of(checkpoint(1, "a")), checkpoint(3, "a"))).isFalse();
    assertThat(home.newest()).contains(checkpoint(2, "a"));
  }

  @Test
  void nothing_is_not_what_was_expected() throws IOException {
    assertThat(home().advance(Optional.of(checkpoint(1, "a")), checkpoint(2, "a"))).isFalse();
    assertThat(home().newest()).isEmpty();
  }

  @Test
  void of_many_that_advance_from_the_same_checkpoint_one_wins() throws Exception {
    home().advance(Optional.empty(), checkpoint(1, "a"));
    List<Future<Boolean>> answers = new ArrayList<>();
    try (ExecutorService racers = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 24; i++) {
        String history = "racer " + i;
        CheckpointHome home = home();
        answers.add(
            racers.submit(
                () -> home.advance(Optional.of(checkpoint(1, "a")), checkpoint(2, history))));
      }
    }
    List<Integer> winners = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      if (answers.get(i).get()) {
        winners.add(i);
      }
    }
    assertThat(winners).hasSize(1);
    assertThat(home().newest()).contains(checkpoint(2, "racer " + winners.getFirst()));
  }
}
