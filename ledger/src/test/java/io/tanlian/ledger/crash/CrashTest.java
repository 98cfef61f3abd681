package io.tanlian.ledger.crash;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGKILL of the node, of PostgreSQL, or of both, at random moments under load: every acknowledged
 * append is there once at its index, indexes are dense, tree and checkpoints agree, and nothing is
 * half there.
 */
class CrashTest {
  private static final int ROUNDS = 10;
  private static final int ROUNDS_OF_A_LONG_TEST = 200;

  @Test
  void a_kill_at_any_moment_loses_doubles_and_tears_nothing(@TempDir Path directory)
      throws Exception {
    Crashes.run(directory, ROUNDS, new Random().nextLong());
  }

  @Test
  @Tag("long")
  void not_even_two_hundred_times(@TempDir Path directory) throws Exception {
    Crashes.run(directory, ROUNDS_OF_A_LONG_TEST, new Random().nextLong());
  }
}
