package io.tanlian.exchange.witness;

import io.tanlian.tlog.checkpoint.Checkpoint;
import io.tanlian.tlog.note.SignedNote;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one checkpoint that all witnesses are asked to cosign next. If each were sent the newest of
 * its own moment, a busy log might never have a quorum under any single checkpoint.
 */
final class SharedTarget {

  /** Witnesses are not asked more often. */
  static final Duration INTERVAL = Duration.ofSeconds(1);

  /** So long a target waits for its quorum, before a newer one takes its place all the same. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private final int quorum;
  private final LongSupplier nanoTime;
  private final Set<ConfiguredWitness> cosigned = new HashSet<>();
  private @Nullable Target target;
  private long sinceNanos;

  /** A checkpoint to be cosigned. */
  record Target(long size, SignedNote note) {}

  SharedTarget(int quorum, LongSupplier nanoTime) {
    this.quorum = quorum;
    this.nanoTime = nanoTime;
  }

  /**
   * What to submit now; none while the ledger is empty.
   *
   * @param headSize how far the ledger is known to reach
   * @param needed a size below which a checkpoint is of no use to the caller, which has cosigned
   *     more already
   * @param newest reads the newest checkpoint; only asked if it is time for one
   */
  synchronized Optional<Target> current(
      long headSize, long needed, Supplier<Optional<SignedNote>> newest) {
    Target held = target;
    if (held == null || (headSize > held.size() && mayMoveOn(held, needed))) {
      newest.get().ifPresent(this::moveOn);
    }
    return Optional.ofNullable(target);
  }

  private boolean mayMoveOn(Target held, long needed) {
    Duration age = Duration.ofNanos(nanoTime.getAsLong() - sinceNanos);
    return age.compareTo(INTERVAL) >= 0
        && (cosigned.size() >= quorum || held.size() < needed || age.compareTo(PATIENCE) >= 0);
  }

  private void moveOn(SignedNote note) {
    target = new Target(Checkpoint.parse(note.text()).size(), note);
    sinceNanos = nanoTime.getAsLong();
    cosigned.clear();
  }

  /** A witness cosigned a target, maybe one that is past. */
  synchronized void cosigned(long size, ConfiguredWitness witness) {
    if (target != null && target.size() == size) {
      cosigned.add(witness);
    }
  }
}
