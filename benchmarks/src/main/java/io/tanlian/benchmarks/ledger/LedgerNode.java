package io.tanlian.benchmarks.ledger;

import com.zaxxer.hikari.HikariDataSource;
import io.tanlian.benchmarks.database.BenchmarkDatabase;
import io.tanlian.ledger.AppendCondition;
import io.tanlian.ledger.AppendOutcome;
import io.tanlian.ledger.Ledger;
import io.tanlian.ledger.NewEntry;
import io.tanlian.ledger.decision.LedgerCommands;
import io.tanlian.ledger.seen.SeenKeys;
import io.tanlian.ledger.sequencer.PostgresSequencer;
import io.tanlian.ledger.sequencer.SequencerLimits;
import io.tanlian.ledger.sequencer.Surroundings;
import io.tanlian.ledger.sequencer.Term;
import io.tanlian.ledger.state.StateByTags;
import io.tanlian.ledger.storage.HeadSignal;
import io.tanlian.tlog.note.NoteSigner;
import io.tanlian.tlog.note.VerifierKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;

/**
 * The ledger's engine as a node of the exchange runs it, save for the second home of checkpoints.
 */
public final class LedgerNode implements AutoCloseable {
  private static final int SEQUENCER_CONNECTIONS = 2;
  private static final int READ_CONNECTIONS = 17;
  private static final int FILL_ENTRIES = 256;
  private static final int FILL_APPENDS_WAITING = 8;

  private final NoteSigner signer = NoteSigner.generate("benchmark.tanlian.example/ledger");
  private final HikariDataSource writes;
  private final HikariDataSource reads;
  private final PostgresSequencer sequencer;
  private final Ledger ledger;
  private final StateByTags state;
  private final SeenKeys seen;
  private final LedgerCommands commands;

  /** A node on a database of its own. */
  public LedgerNode(BenchmarkDatabase database) {
    HeadSignal signal = new HeadSignal();
    writes = database.servicePool("benchmark-sequencer", SEQUENCER_CONNECTIONS);
    reads = database.servicePool("benchmark-reads", READ_CONNECTIONS);
    seen = SeenKeys.withinDefaultBytes();
    ledger = new Ledger(reads, signer.verifierKey(), signal);
    state = new StateByTags(ledger, reads, seen, StateByTags.shareOfHeap());
    sequencer =
        new PostgresSequencer(
            writes,
            signer,
            signal,
            SequencerLimits.DEFAULT,
            new Surroundings(Term.UNCONTESTED, Optional.empty(), seen::lacksEvent, List.of(state)));
    commands = new LedgerCommands(sequencer, ledger, state);
  }

  PostgresSequencer sequencer() {
    return sequencer;
  }

  public Ledger ledger() {
    return ledger;
  }

  public LedgerCommands commands() {
    return commands;
  }

  /** Commands that do not wait for each other where they meet. */
  public LedgerCommands commandsAlone() {
    return LedgerCommands.alone(sequencer, ledger, state);
  }

  /** What is known not to be on the ledger. */
  public SeenKeys seen() {
    return seen;
  }

  /** Connections to read by. */
  public DataSource reads() {
    return reads;
  }

  /** Signs the checkpoints. */
  public NoteSigner logSigner() {
    return signer;
  }

  VerifierKey logKey() {
    return signer.verifierKey();
  }

  /** Appends one entry and waits until it is durable; told to come back later, it does. */
  AppendOutcome.Appended append(NewEntry entry) throws InterruptedException {
    AppendOutcome outcome = sequencer.append(List.of(entry), AppendCondition.none()).join();
    while (outcome instanceof AppendOutcome.Busy(long retryAfterMs)) {
      Thread.sleep(retryAfterMs);
      outcome = sequencer.append(List.of(entry), AppendCondition.none()).join();
    }
    return appended(outcome);
  }

  /** Appends so many entries as fast as it goes. */
  void fill(long entries, Workload workload) {
    List<CompletableFuture<AppendOutcome>> waiting = new ArrayList<>();
    for (long done = 0; done < entries; done += FILL_ENTRIES) {
      List<NewEntry> next = new ArrayList<>();
      for (long i = done; i < Math.min(entries, done + FILL_ENTRIES); i++) {
        next.add(workload.entry());
      }
      waiting.add(sequencer.append(next, AppendCondition.none()));
      if (waiting.size() == FILL_APPENDS_WAITING) {
        appended(waiting.removeFirst().join());
      }
    }
    waiting.forEach(answer -> appended(answer.join()));
  }

  static AppendOutcome.Appended appended(AppendOutcome outcome) {
    if (outcome instanceof AppendOutcome.Appended appended) {
      return appended;
    }
    throw new IllegalStateException("not appended: " + outcome);
  }

  @Override
  public void close() {
    sequencer.close();
    state.close();
    ledger.close();
    writes.close();
    reads.close();
  }
}
