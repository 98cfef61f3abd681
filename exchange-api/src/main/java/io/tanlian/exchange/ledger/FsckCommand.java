package io.tanlian.exchange.ledger;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.exchange.serve.NodeDatabase;
import io.tanlian.exchange.serve.StartRefused;
import io.tanlian.ledger.fsck.Fsck;
import io.tanlian.ledger.fsck.FsckFinding;
import io.tanlian.ledger.fsck.FsckProgress;
import io.tanlian.ledger.fsck.FsckReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code tanlian ledger fsck}: checks the whole database from the inside. */
@Command(
    name = "fsck",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Hashes every entry again and compares it with leaf hashes, tiles, checkpoints, event ids,",
      "tag index and the checkpoint's second home. Reads only, also while the node runs."
    },
    footer = "%nExit codes: 0 clean, 2 could not run, 3 damaged.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class FsckCommand implements Callable<Integer> {
  private static final int FINDINGS_SHOWN = 100;

  @Spec private CommandSpec command;
  @Mixin private final NodeOptions node = new NodeOptions();

  @Option(names = "--json", description = "print the result as one JSON object")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    var line = new ProgressLine(!json);
    try (NodeDatabase database = node.open();
        HikariDataSource pool = NodeOptions.pool("fsck", database.access(), node.parallel())) {
      FsckReport report =
          new Fsck(
                  pool,
                  database.logKey(),
                  Optional.of(database.home()),
                  node.parallel(),
                  progress -> line.show(words(progress)))
              .run();
      line.clear();
      PrintWriter out = command.commandLine().getOut();
      if (json) {
        out.println(StrictJson.format(document(report)));
      } else {
        print(report, out);
      }
      return report.isClean() ? LedgerCommand.CLEAN : LedgerCommand.DAMAGED;
    } catch (StartRefused | IOException | SQLException | HikariPool.PoolInitializationException e) {
      line.clear();
      command.commandLine().getErr().println("tanlian: the check could not run: " + e.getMessage());
      return LedgerCommand.COULD_NOT_RUN;
    }
  }

  private static String words(FsckProgress progress) {
    return "%s: %,d of %,d, %,.0f a second"
        .formatted(
            progress.step().words(), progress.done(), progress.total(), progress.perSecond());
  }

  private static void print(FsckReport report, PrintWriter out) {
    report.findings().stream()
        .limit(FINDINGS_SHOWN)
        .forEach(finding -> out.println("  index " + finding.index() + ": " + finding.words()));
    if (report.findingsCount() > FINDINGS_SHOWN) {
      out.println(
          "  and " + (report.findingsCount() - FINDINGS_SHOWN) + " more (--json has 1,000)");
    }
    out.println(
        String.format(
            Locale.ROOT,
            "%s: %,d entries (%,.1f MB) and %,d checkpoints in %.1f s: %,.0f entries/s, %,.1f MB/s",
            report.isClean() ? "Clean" : "DAMAGED, " + report.findingsCount() + " findings",
            report.size(),
            report.bytes() / 1e6,
            report.checkpoints(),
            report.elapsed().toNanos() / 1e9,
            report.entriesPerSecond(),
            report.megabytesPerSecond()));
    out.println("Root of size " + report.size() + ": " + report.root().base64());
    if (!report.isClean()) {
      out.println("Keep this database for the inquiry, and restore a copy that is found clean.");
    }
  }

  private static ObjectNode document(FsckReport report) {
    ObjectNode document =
        JsonNodeFactory.instance
            .objectNode()
            .put("outcome", report.isClean() ? "clean" : "damaged")
            .put("size", report.size())
            .put("root", report.root().base64())
            .put("bytes", report.bytes())
            .put("checkpoints", report.checkpoints())
            .put("elapsedMs", report.elapsed().toMillis())
            .put("entriesPerSecond", Math.round(report.entriesPerSecond()))
            .put("findingsCount", report.findingsCount());
    var findings = document.putArray("findings");
    for (FsckFinding finding : report.findings()) {
      findings
          .addObject()
          .put("finding", finding.getClass().getSimpleName())
          .put("index", finding.index())
          .put("words", finding.words());
    }
    return document;
  }
}
