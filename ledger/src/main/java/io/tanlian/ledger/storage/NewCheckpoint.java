package io.tanlian.ledger.storage;

import io.tanlian.tlog.Hash;

/**
 * The row of a checkpoint.
 *
 * @param note signed, as it is published
 */
public record NewCheckpoint(long size, Hash root, String note) {
  /** Adds it, and lets all nodes hear of it once it is committed; size, root and note. */
  static final String INSERT =
      """
      with added as (
        insert into ledger.checkpoint (size, root, note) values (?, ?, ?) returning size
      )
      select pg_notify('%s', size::text) from added
      """
          .formatted(HeadWatch.CHANNEL);
}
