package io.tanlian.ledger.sequencer;

/**
 * What one sequencer takes on, and how long it waits.
 *
 * @param appendEntriesMax entries in one append
 * @param batchAppendsMax appends committed by one transaction
 * @param batchBytesMax bytes of entries and attachments in one transaction, unless one append alone
 *     has more
 * @param queueAppendsMax appends waiting for their turn
 * @param queueBytesMax bytes of entries and attachments waiting for their turn
 * @param retryAfterMs what callers are told when the queue is full
 * @param lockTimeoutMs how long a batch waits for another node's batch
 * @param statementTimeoutMs how long one SQL statement of a batch may take
 * @param transactionTimeoutMs how long PostgreSQL keeps a batch open, even one whose node is frozen
 * @param answerTimeoutMs how long a caller waits for an outcome
 * @param closeTimeoutMs how long closing waits for the queue to drain
 */
public record SequencerLimits(
    int appendEntriesMax,
    int batchAppendsMax,
    long batchBytesMax,
    int queueAppendsMax,
    long queueBytesMax,
    long retryAfterMs,
    int lockTimeoutMs,
    int statementTimeoutMs,
    int transactionTimeoutMs,
    long answerTimeoutMs,
    long closeTimeoutMs) {

  public static final SequencerLimits DEFAULT =
      new SequencerLimits(
          256, 512, 16_777_216, 4_096, 67_108_864, 250, 5_000, 8_000, 10_000, 30_000, 30_000);

  /** The same limits with a shorter or longer queue. */
  public SequencerLimits withQueueAppendsMax(int appends) {
    return new SequencerLimits(
        appendEntriesMax,
        batchAppendsMax,
        batchBytesMax,
        appends,
        queueBytesMax,
        retryAfterMs,
        lockTimeoutMs,
        statementTimeoutMs,
        transactionTimeoutMs,
        answerTimeoutMs,
        closeTimeoutMs);
  }

  /** The same limits with less or more patience with the database. */
  public SequencerLimits withDatabaseTimeoutsMs(int lock, int statement, int transaction) {
    return new SequencerLimits(
        appendEntriesMax,
        batchAppendsMax,
        batchBytesMax,
        queueAppendsMax,
        queueBytesMax,
        retryAfterMs,
        lock,
        statement,
        transaction,
        answerTimeoutMs,
        closeTimeoutMs);
  }

  /** The same limits with another wait for an outcome. */
  public SequencerLimits withAnswerTimeoutMs(long answerTimeout) {
    return new SequencerLimits(
        appendEntriesMax,
        batchAppendsMax,
        batchBytesMax,
        queueAppendsMax,
        queueBytesMax,
        retryAfterMs,
        lockTimeoutMs,
        statementTimeoutMs,
        transactionTimeoutMs,
        answerTimeout,
        closeTimeoutMs);
  }
}
