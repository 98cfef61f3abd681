package io.tanlian.verifier.audit;

import static io.tanlian.contracts.problem.ProblemCode.ENTRY_MALFORMED;
import static io.tanlian.contracts.problem.ProblemCode.LEDGER_GENESIS_INVALID;

import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.statement.ReadStatement;
import io.tanlian.contracts.statement.StatementReader;
import io.tanlian.contracts.statement.StatementType;
import io.tanlian.tlog.EntryBundle;
import io.tanlian.tlog.Hash;
import io.tanlian.tlog.MalformedException;
import io.tanlian.tlog.MerkleTree;
import io.tanlian.tlog.TilePath;
import io.tanlian.tlog.entry.Entry;
import io.tanlian.tlog.entry.EntryCodec;
import io.tanlian.verifier.Finding;
import io.tanlian.verifier.Severity;
import io.tanlian.verifier.rules.Context;
import io.tanlian.verifier.rules.StatementVerifier;
import io.tanlian.verifier.state.LedgerState;
import io.tanlian.verifier.state.StatementEntry;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Reads and judges every statement of an intact history, in order. What has an error is on the
 * ledger all the same, but has no effect on what comes after it.
 */
final class Replay {
  private final String origin;
  private final RebuiltTree tree;
  private final AuditDirectory kept;
  private final KeptDisclosures disclosures;
  private final Progress progress;
  private final List<EntryFinding> findings = new ArrayList<>();
  private final Map<StatementType, Long> statements = new EnumMap<>(StatementType.class);
  private LedgerState state = LedgerState.EMPTY;
  private Instant newest = Instant.EPOCH;

  private Replay(
      String origin,
      RebuiltTree tree,
      AuditDirectory kept,
      KeptDisclosures disclosures,
      Progress progress) {
    this.origin = origin;
    this.tree = tree;
    this.kept = kept;
    this.disclosures = disclosures;
    this.progress = progress;
  }

  /**
   * The outcome.
   *
   * @param newest time of the newest entry, as the log says
   */
  record Result(
      LedgerState state,
      List<EntryFinding> findings,
      Map<StatementType, Long> statements,
      Instant newest) {}

  static Result of(
      String origin,
      RebuiltTree tree,
      AuditDirectory kept,
      KeptDisclosures disclosures,
      Progress progress)
      throws IOException {
    return new Replay(origin, tree, kept, disclosures, progress).run();
  }

  private Result run() throws IOException {
    long index = 0;
    while (index < tree.size()) {
      for (byte[] entry : bundle(index / TilePath.FULL_WIDTH)) {
        requireVerified(index, MerkleTree.leafHash(entry));
        judge(index, entry);
        index++;
      }
      progress.reached(Progress.Phase.STATEMENTS, index, tree.size());
    }
    if (tree.size() == 1) {
      add(
          0,
          Finding.error(
              LEDGER_GENESIS_INVALID,
              "",
              "Nothing brings the key that signed index 0",
              "Append the KeyEnrolled of the operator's key at index 1."));
    }
    return new Result(state, List.copyOf(findings), Map.copyOf(statements), newest);
  }

  private List<byte[]> bundle(long position) throws IOException {
    TilePath.Entries path = TilePath.Entries.at(position, tree.size());
    byte[] bytes =
        kept.read(path.format())
            .orElseThrow(() -> new IOException(path.format() + " was removed during the audit"));
    try {
      return EntryBundle.decode(bytes, path.width());
    } catch (MalformedException e) {
      throw new IOException(path.format() + " was changed during the audit", e);
    }
  }

  private void requireVerified(long index, Hash leaf) throws IOException {
    if (!leaf.equals(tree.leaf(index))) {
      throw new IOException("the kept copy of entry " + index + " was changed during the audit");
    }
  }

  private void judge(long index, byte[] bytes) throws IOException {
    Entry entry;
    try {
      entry = EntryCodec.decode(bytes);
    } catch (MalformedException e) {
      add(
          index,
          Finding.error(
              ENTRY_MALFORMED,
              "",
              String.valueOf(e.getMessage()),
              "Ask the operator how this entry came about."));
      return;
    }
    newest = newest.isAfter(entry.time()) ? newest : entry.time();
    switch (StatementReader.read(StatementEntry.statementIn(entry, List.of()))) {
      case Outcome.Refused<ReadStatement>(List<Problem> problems) -> addErrors(index, problems);
      case Outcome.Accepted<ReadStatement>(ReadStatement bare) -> {
        statements.merge(bare.statement().type(), 1L, Long::sum);
        EntryCheck.judge(entry, bare).forEach(finding -> add(index, finding));
        judge(index, disclosed(index, bare), entry.time());
      }
    }
  }

  private ReadStatement disclosed(long index, ReadStatement bare) throws IOException {
    return switch (disclosures.complete(bare)) {
      case Outcome.Accepted<ReadStatement>(ReadStatement read) -> read;
      case Outcome.Refused<ReadStatement>(List<Problem> problems) -> {
        addErrors(index, problems);
        yield bare;
      }
    };
  }

  private void judge(long index, ReadStatement read, Instant time) {
    List<Finding> found = StatementVerifier.judge(read, state, new Context(origin, time, index));
    found.forEach(finding -> add(index, finding));
    if (!StatementVerifier.refuses(found)) {
      state = state.evolve(index, read);
    }
  }

  private void addErrors(long index, List<Problem> problems) {
    problems.forEach(problem -> add(index, new Finding(Severity.ERROR, problem)));
  }

  private void add(long index, Finding finding) {
    findings.add(new EntryFinding(index, finding));
  }
}
