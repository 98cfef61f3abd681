package io.tanlian.ledger.fsck;

import io.tanlian.tlog.Hash;
import java.time.Duration;
import java.util.List;

/**
 * What a check of the database has found.
 *
 * @param size the tree size that was checked
 * @param root the root computed from the entries' bytes
 * @param bytes of all entries
 * @param checkpoints how many were checked
 * @param findings in order of index; at most 1,000 of them
 * @param findingsCount all of them
 */
public record FsckReport(
    long size,
    Hash root,
    long bytes,
    long checkpoints,
    List<FsckFinding> findings,
    long findingsCount,
    Duration elapsed) {

  public FsckReport {
    findings = List.copyOf(findings);
  }

  public boolean isClean() {
    return findingsCount == 0;
  }

  public double entriesPerSecond() {
    return size / seconds();
  }

  /** In units of 10^6 bytes of entries. */
  public double megabytesPerSecond() {
    return bytes / 1e6 / seconds();
  }

  private double seconds() {
    return Math.max(elapsed.toNanos() / 1e9, 1e-9);
  }
}
