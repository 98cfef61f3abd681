package io.tanlian.verifier.audit;

import static io.tanlian.contracts.problem.ProblemCode.ENTRY_FORGED;

import io.tanlian.contracts.statement.ReadStatement;
import io.tanlian.tlog.entry.Entry;
import io.tanlian.verifier.Finding;
import io.tanlian.verifier.state.StatementEntry;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares what an entry says around its statement with what the statement implies. Nobody signed
 * the former: a server that forges a tag hides the entry from whoever asks by it.
 */
final class EntryCheck {
  private EntryCheck() {}

  static List<Finding> judge(Entry entry, ReadStatement read) {
    Entry implied = StatementEntry.of(read, entry.time());
    List<Finding> findings = new ArrayList<>();
    compare("event id", entry.eventId(), implied.eventId(), findings);
    compare("type", entry.type(), implied.type(), findings);
    compare("version", entry.version(), implied.version(), findings);
    compare("tags", entry.tags(), implied.tags(), findings);
    return findings;
  }

  private static void compare(String name, Object stated, Object implied, List<Finding> findings) {
    if (!stated.equals(implied)) {
      findings.add(
          Finding.error(
              ENTRY_FORGED,
              "",
              "The entry's %s: %s; its statement implies %s".formatted(name, stated, implied),
              "Ask the operator how this entry came about."));
    }
  }
}
