package io.tanlian.verifier.state;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.key.PublicKey;
import java.util.Optional;

/**
 * A key and the entries it is good for: {@code [enrolledAt, ended.at)}. What it signed before it
 * ended stays valid.
 *
 * @param enrolledAt index of the entry that brought it
 * @param ended empty while it is in use
 */
public record EnrolledKey(
    ParticipantId owner, PublicKey key, long enrolledAt, Optional<Ending> ended) {

  /** The entry that ended a key. */
  public record Ending(Cause cause, long at) {
    /** Why it ended. */
    public enum Cause {
      ROTATED,
      REVOKED
    }
  }

  public boolean isValidAt(long index) {
    return enrolledAt <= index && ended.stream().noneMatch(ending -> ending.at() <= index);
  }

  EnrolledKey endedBy(Ending.Cause cause, long at) {
    return ended.isPresent()
        ? this
        : new EnrolledKey(owner, key, enrolledAt, Optional.of(new Ending(cause, at)));
  }
}
