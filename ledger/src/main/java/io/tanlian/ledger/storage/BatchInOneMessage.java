package io.tanlian.ledger.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.postgresql.core.TransactionState;
import org.postgresql.jdbc.PgConnection;

/**
 * The whole transaction of a small batch in one round trip: prepared statements that the driver
 * sends together take the lock, add the rows if the ledger is still as it was when they were worked
 * out, and commit. Each table's columns are arrays.
 */
final class BatchInOneMessage {
  /** Comes behind the lock, in a statement of its own: its snapshot must be newer. */
  private static final String ADD_IF_DUE =
      """
      with due as (
        select from (values (true)) one
        left join lateral (select size, root from ledger.checkpoint order by size desc limit 1) newest on true
        where coalesce((select max(epoch) from ledger.epoch), 0) = ?::bigint
          and coalesce(newest.size, 0) = ?::bigint
          and (newest.root is null or newest.root = ?::bytea)
      ), entries as (
        insert into ledger.entry (position, bytes, leaf_hash)
        select generate_series(?::bigint, ?::bigint), unnest(?::bytea[]), unnest(?::bytea[]) from due
      ), events as (
        insert into ledger.event (position, event_id)
        select generate_series(?::bigint, ?::bigint), unnest(?::uuid[]) from due
      ), tags as (
        insert into ledger.entry_tag (position, tag)
        select unnest(?::bigint[]), unnest(?::text[]) from due
      ), attachments as (
        insert into ledger.attachment (position, content)
        select unnest(?::bigint[]), unnest(?::bytea[]) from due
      ), tiles as (
        insert into ledger.tile (level, tile_index, hashes, root)
        select unnest(?::bigint[]), unnest(?::bigint[]), unnest(?::bytea[]), unnest(?::bytea[]) from due
      ), added as (
        insert into ledger.checkpoint (size, root, note)
        select ?::bigint, ?::bytea, ?::text from due returning size
      )
      select pg_notify('%s', size::text) from added
      """
          .formatted(HeadWatch.CHANNEL);

  private final String sql;

  /**
   * Knows how to take the lock.
   *
   * @param lock one statement without parameters, which holds until the end of the transaction
   */
  BatchInOneMessage(String lock) {
    this.sql = "%s; %s; commit".formatted(lock, ADD_IF_DUE);
  }

  boolean commit(
      Connection connection, Standing expected, BatchRows batch, Supplier<NewCheckpoint> checkpoint)
      throws SQLException, UnansweredCommitException {
    PgConnection driver = connection.unwrap(PgConnection.class);
    try (PreparedStatement message = connection.prepareStatement(sql)) {
      fill(new Parameters(message), expected, batch, checkpoint);
      return send(message, driver);
    }
  }

  /**
   * An answer from within the transaction, which it leaves open and failed, is the one certain sign
   * that its last statement, the commit, was not reached.
   */
  private static boolean send(PreparedStatement message, PgConnection driver)
      throws SQLException, UnansweredCommitException {
    try {
      message.execute();
      message.getMoreResults();
      try (ResultSet added = message.getResultSet()) {
        return added.next();
      }
    } catch (SQLException | RuntimeException e) {
      if (e instanceof SQLException refused
          && driver.getTransactionState() == TransactionState.FAILED) {
        throw refused;
      }
      throw new UnansweredCommitException(e);
    }
  }

  private static void fill(
      Parameters parameters, Standing expected, BatchRows batch, Supplier<NewCheckpoint> checkpoint)
      throws SQLException {
    StoredHead head = expected.head();
    parameters.add(expected.epoch()).add(head.size()).add(head.root().bytes());
    entries(parameters, batch);
    tiles(parameters, batch.tiles());
    NewCheckpoint signed = checkpoint.get();
    parameters.add(signed.size()).add(signed.root().bytes()).add(signed.note());
  }

  private static void entries(Parameters parameters, BatchRows batch) throws SQLException {
    List<EntryRows> entries = batch.entries();
    List<Long> tagPositions = new ArrayList<>();
    List<byte[]> tags = new ArrayList<>();
    List<Long> attachmentPositions = new ArrayList<>();
    List<byte[]> attachments = new ArrayList<>();
    long position = batch.firstPosition();
    for (EntryRows entry : entries) {
      for (byte[] tag : entry.tags()) {
        tagPositions.add(position);
        tags.add(tag);
      }
      if (entry.attachment().length > 0) {
        attachmentPositions.add(position);
        attachments.add(entry.attachment());
      }
      position++;
    }
    parameters
        .add(batch.firstPosition())
        .add(batch.lastPosition())
        .add(BinaryArray.bytea(entries.stream().map(EntryRows::bytes).toList()))
        .add(BinaryArray.bytea(entries.stream().map(EntryRows::leafHash).toList()))
        .add(batch.firstPosition())
        .add(batch.lastPosition())
        .add(BinaryArray.uuid(entries.stream().map(EntryRows::eventId).toList()))
        .add(BinaryArray.int8(tagPositions))
        .add(BinaryArray.text(tags))
        .add(BinaryArray.int8(attachmentPositions))
        .add(BinaryArray.bytea(attachments));
  }

  private static void tiles(Parameters parameters, List<FullTile> tiles) throws SQLException {
    parameters
        .add(BinaryArray.int8(tiles.stream().map(tile -> (long) tile.level()).toList()))
        .add(BinaryArray.int8(tiles.stream().map(FullTile::index).toList()))
        .add(BinaryArray.bytea(tiles.stream().map(FullTile::encodedHashes).toList()))
        .add(BinaryArray.bytea(tiles.stream().map(tile -> tile.root().bytes()).toList()));
  }

  /** Numbers them in the order they come. */
  private static final class Parameters {
    private final PreparedStatement statement;
    private int count;

    Parameters(PreparedStatement statement) {
      this.statement = statement;
    }

    Parameters add(Object value) throws SQLException {
      statement.setObject(++count, value);
      return this;
    }
  }
}
