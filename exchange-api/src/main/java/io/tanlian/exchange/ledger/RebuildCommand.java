package io.tanlian.exchange.ledger;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import io.tanlian.exchange.readmodel.ReadModelProjection;
import io.tanlian.exchange.serve.NodeDatabase;
import io.tanlian.exchange.serve.StartRefused;
import io.tanlian.ledger.CorruptLedgerException;
import io.tanlian.ledger.Ledger;
import io.tanlian.ledger.replay.Rebuild;
import io.tanlian.ledger.replay.RebuildProgress;
import io.tanlian.ledger.replay.RebuildRefusedException;
import io.tanlian.ledger.storage.HeadSignal;
import io.tanlian.ledger.storage.LedgerUnavailableException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tanlian ledger rebuild}: makes the read models anew. */
@Command(
    name = "rebuild",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Makes the tables that answer queries anew from the ledger, while the node goes on with the",
      "old ones, and swaps them at the end. Stopped or killed, it goes on where it was."
    },
    footer = "%nExit codes: 0 rebuilt, 2 could not run, 3 the ledger is damaged.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class RebuildCommand implements Callable<Integer> {
  /** One of them watches the head. */
  private static final int READ_CONNECTIONS = 5;

  @Spec private CommandSpec command;
  @Mixin private final NodeOptions node = new NodeOptions();

  @Option(
      names = "--afresh",
      description = "throw away what a rebuild that did not finish has left, and begin again")
  private boolean afresh;

  @Override
  public Integer call() throws InterruptedException {
    var line = new ProgressLine(true);
    try (NodeDatabase database = node.open();
        HikariDataSource reads = NodeOptions.pool("rebuild", database.access(), READ_CONNECTIONS);
        Ledger ledger = new Ledger(reads, database.logKey(), new HeadSignal())) {
      RebuildProgress done =
          new Rebuild(
                  ReadModelProjection.TAIL,
                  ledger,
                  database.access().asOwner(),
                  ReadModelProjection.TABLES,
                  new ReadModelProjection(),
                  node.parallel(),
                  progress -> line.show(words(progress)))
              .run(afresh);
      line.clear();
      command.commandLine().getOut().println("Rebuilt and swapped in: " + words(done));
      return LedgerCommand.CLEAN;
    } catch (CorruptLedgerException damaged) {
      return failed(line, String.valueOf(damaged.getMessage()), LedgerCommand.DAMAGED);
    } catch (StartRefused
        | RebuildRefusedException
        | IOException
        | LedgerUnavailableException
        | HikariPool.PoolInitializationException e) {
      return failed(line, String.valueOf(e.getMessage()), LedgerCommand.COULD_NOT_RUN);
    } catch (SQLException e) {
      return failed(
          line,
          e.getMessage() + " Run the command again; it goes on where it was.",
          e.getCause() instanceof CorruptLedgerException
              ? LedgerCommand.DAMAGED
              : LedgerCommand.COULD_NOT_RUN);
    }
  }

  private int failed(ProgressLine line, String words, int exitCode) {
    line.clear();
    command.commandLine().getErr().println("tanlian: the rebuild stopped: " + words);
    return exitCode;
  }

  private static String words(RebuildProgress progress) {
    return String.format(
        Locale.ROOT,
        "%,d of %,d entries, %,.0f a second",
        progress.before() + progress.applied(),
        progress.size(),
        progress.entriesPerSecond());
  }
}
