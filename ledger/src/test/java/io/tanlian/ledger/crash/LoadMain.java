package io.tanlian.ledger.crash;

import io.tanlian.ledger.AppendCondition;
import io.tanlian.ledger.AppendOutcome;
import io.tanlian.ledger.NewEntry;
import io.tanlian.ledger.sequencer.PostgresSequencer;
import io.tanlian.ledger.sequencer.SequencerLimits;
import io.tanlian.ledger.storage.HeadSignal;
import io.tanlian.ledger.storage.LedgerPool;
import io.tanlian.tlog.entry.Entry;
import io.tanlian.tlog.note.NoteSigner;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A node under load, to be killed: several callers append until the process ends, and write down
 * what they try and what they are told. An append that failed is tried again with the same event
 * ids until it is known to be on the ledger.
 */
public final class LoadMain {
  private static final int CALLERS = 6;
  private static final int APPEND_ENTRIES_MAX = 3;
  private static final int PAYLOAD_BYTES_MAX = 2_000;
  private static final int PAUSE_MS_MAX = 5;
  private static final int RETRY_PAUSE_MS = 50;
  private static final long ANSWER_TIMEOUT_S = 60;
  private static final Instant TIME = Instant.parse("2026-11-21T08:00:00Z");

  private final PostgresSequencer sequencer;
  private final LoadJournal journal;

  private LoadMain(PostgresSequencer sequencer, LoadJournal journal) {
    this.sequencer = sequencer;
    this.journal = journal;
  }

  /** Arguments: JDBC URL, user, the log's secret key, file of the journal, seed. */
  public static void main(String[] arguments) throws Exception {
    LoadMain load =
        new LoadMain(
            new PostgresSequencer(
                LedgerPool.open("load", arguments[0], arguments[1], "", 2),
                NoteSigner.parse(arguments[2]),
                new HeadSignal(),
                SequencerLimits.DEFAULT),
            LoadJournal.append(Path.of(arguments[3])));
    Random seeds = new Random(Long.parseLong(arguments[4]));
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < CALLERS; i++) {
        Random random = new Random(seeds.nextLong());
        callers.execute(() -> load.call(random));
      }
    }
  }

  private void call(Random random) {
    try {
      String tag = "caller:" + new UUID(random.nextLong(), random.nextLong());
      long seen = -1;
      while (true) {
        List<NewEntry> entries = entries(random, tag);
        List<UUID> events = entries.stream().map(added -> added.entry().eventId()).toList();
        AppendCondition condition = new AppendCondition(seen, Set.of(Set.of(tag)));
        journal.tried(events);
        seen = appended(entries, events, condition) + entries.size() - 1;
        TimeUnit.MILLISECONDS.sleep(random.nextInt(PAUSE_MS_MAX));
      }
    } catch (Exception e) {
      journal.broken(e);
    }
  }

  private long appended(List<NewEntry> entries, List<UUID> events, AppendCondition condition)
      throws Exception {
    while (true) {
      AppendOutcome outcome =
          sequencer.append(entries, condition).get(ANSWER_TIMEOUT_S, TimeUnit.SECONDS);
      switch (outcome) {
        case AppendOutcome.Appended appended -> {
          journal.acknowledged(events, appended);
          return appended.firstIndex();
        }
        case AppendOutcome.Duplicate(UUID event, long index)
            when event.equals(events.getFirst()) -> {
          journal.found(events, index);
          return index;
        }
        case AppendOutcome.Failed _, AppendOutcome.Busy _ ->
            TimeUnit.MILLISECONDS.sleep(RETRY_PAUSE_MS);
        default -> throw new IllegalStateException("unexpected: " + outcome);
      }
    }
  }

  private static List<NewEntry> entries(Random random, String tag) {
    List<NewEntry> entries = new ArrayList<>();
    int count = 1 + random.nextInt(APPEND_ENTRIES_MAX);
    for (int i = 0; i < count; i++) {
      byte[] payload = new byte[1 + random.nextInt(PAYLOAD_BYTES_MAX)];
      random.nextBytes(payload);
      Entry entry =
          Entry.of(
              UUID.randomUUID(),
              "io.tanlian.Test",
              "1",
              TIME,
              Set.of(tag, "product:" + random.nextInt(10)),
              Map.of(),
              payload);
      byte[] attachment = random.nextInt(3) == 0 ? new byte[] {1, 2, 3} : new byte[0];
      entries.add(new NewEntry(entry, attachment));
    }
    return entries;
  }
}
