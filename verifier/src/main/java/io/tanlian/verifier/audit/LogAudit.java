package io.tanlian.verifier.audit;

import static io.tanlian.contracts.problem.ProblemCode.LEDGER_CORRUPT;
import static io.tanlian.contracts.problem.ProblemCode.LOG_CHECKPOINT_INVALID;
import static io.tanlian.contracts.problem.ProblemCode.LOG_ENTRY_CHANGED;
import static io.tanlian.contracts.problem.ProblemCode.LOG_FORKED;

import io.tanlian.tlog.Proofs;
import io.tanlian.tlog.Verdict;
import io.tanlian.tlog.checkpoint.Checkpoint;
import io.tanlian.tlog.checkpoint.Cosignature;
import io.tanlian.tlog.checkpoint.Receipt;
import io.tanlian.tlog.note.SignedNote;
import io.tanlian.tlog.note.VerifierKey;
import io.tanlian.tlog.witness.WitnessQuorum.Standing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The part of the audit that knows bytes and hashes, and no statement. */
final class LogAudit {
  private static final String KEPT_CHECKPOINT = "in the checkpoint kept from the run before";

  private final LogSource source;
  private final VerifierKey pinned;
  private final AuditDirectory kept;
  private final AuditDirectory incoming;
  private final AuditOptions options;
  private final Progress progress;

  LogAudit(
      LogSource source,
      VerifierKey pinned,
      AuditDirectory kept,
      AuditOptions options,
      Progress progress) {
    this.source = source;
    this.pinned = pinned;
    this.kept = kept;
    this.incoming = kept.below("incoming");
    this.options = options;
    this.progress = progress;
  }

  LogVerdict run() throws IOException {
    Optional<Checkpoint> previous = KeptHistory.head(kept, pinned);
    requireUsable(options.receipts());
    boolean witnessed = options.witnesses().needed() > 0;
    switch (witnessed ? source.witnessedCheckpoint() : source.checkpoint()) {
      case Answer.Missing() ->
          throw new IOException(
              witnessed
                  ? "the log has no checkpoint that enough witnesses cosigned; try again later"
                  : "the log has no checkpoint to audit");
      case Answer.Corrupt(var index, String detail) -> {
        Optional<IndexRange> where =
            index.isPresent() ? Optional.of(IndexRange.at(index.getAsLong())) : Optional.empty();
        return tampered(
            Optional.empty(),
            previous,
            List.of(
                new Tampering(
                    LEDGER_CORRUPT, where, "the log says that its store is damaged: " + detail)));
      }
      case Answer.Served(byte[] note) -> {
        return switch (SignedHead.read(note, pinned)) {
          case SignedHead.Rejected(String reason) ->
              invalid(
                  previous,
                  "the checkpoint is not signed by %s: %s".formatted(pinned.name(), reason));
          case SignedHead.Genuine(Checkpoint head, SignedNote signed) ->
              switch (options.witnesses().judge(signed)) {
                case Standing.Forged(String reason) -> invalid(previous, reason);
                case Standing.Missing(String reason) ->
                    throw new IOException("the checkpoint is not witnessed: " + reason);
                case Standing.Reached(List<Cosignature.Given> given) -> {
                  if (witnessed) {
                    requireWitnessesUpTo(head, previous);
                  }
                  yield compare(head, note, previous, given);
                }
              };
        };
      }
    }
  }

  private static LogVerdict invalid(Optional<Checkpoint> previous, String words) {
    return tampered(
        Optional.empty(), previous, List.of(Tampering.of(LOG_CHECKPOINT_INVALID, words)));
  }

  /** Witnesses lag behind the log; that an earlier run saw more is then no rollback. */
  private void requireWitnessesUpTo(Checkpoint head, Optional<Checkpoint> previous)
      throws IOException {
    long seen =
        Stream.concat(previous.stream(), options.receipts().stream().map(Receipt::treeHead))
            .mapToLong(Checkpoint::size)
            .max()
            .orElse(0);
    if (seen > head.size()) {
      throw new IOException(
          "the witnesses have cosigned %d entries, and a receipt or an earlier run has %d; run again later, or without witnesses"
              .formatted(head.size(), seen));
    }
  }

  private LogVerdict compare(
      Checkpoint head,
      byte[] note,
      Optional<Checkpoint> previous,
      List<Cosignature.Given> cosignatures)
      throws IOException {
    List<Tampering> rollbacks = rollbacks(head, previous);
    if (!rollbacks.isEmpty()) {
      return setAside(head, note, previous, rollbacks);
    }
    History history = read(head, options.reuse(), previous);
    if (!history.tampering().isEmpty()) {
      return setAside(head, note, previous, located(history, head, previous));
    }
    KeptHistory.replace(kept, incoming, previous, head, note);
    long oldSize = previous.map(Checkpoint::size).orElse(head.size());
    return new LogVerdict.Intact(
        head,
        previous,
        Proofs.consistency(oldSize, head.size(), history.tree()),
        history.tree(),
        cosignatures);
  }

  /** Reads with kept tiles first; what they seem to prove must also hold without them. */
  private History read(Checkpoint head, TileCopies.Reuse reuse, Optional<Checkpoint> previous)
      throws IOException {
    TileCopies tiles = new TileCopies(source, kept, incoming, reuse);
    History inItself = HistoryReader.read(tiles, head, progress);
    List<Tampering> tampering = new ArrayList<>(inItself.tampering());
    previous
        .flatMap(earlier -> Evidence.ofFork(earlier, inItself.tree(), KEPT_CHECKPOINT))
        .ifPresent(tampering::add);
    for (Receipt receipt : options.receipts()) {
      tampering.addAll(Evidence.ofReceipt(receipt, inItself.tree()));
    }
    if (!tampering.isEmpty() && tiles.reused() > 0) {
      return read(head, TileCopies.Reuse.NOTHING, previous);
    }
    return new History(inItself.tree(), List.copyOf(tampering));
  }

  private List<Tampering> located(History history, Checkpoint head, Optional<Checkpoint> previous)
      throws IOException {
    List<Tampering> tampering = new ArrayList<>(history.tampering());
    if (previous.isPresent()) {
      boolean signed = history.tree().isRoot(head);
      KeptHistory.tree(kept, previous.get())
          .flatMap(earlier ->
              Evidence.ofFirstDifference(
                  history.tree(), earlier, signed ? LOG_FORKED : LOG_ENTRY_CHANGED))
          .ifPresent(tampering::add);
    }
    return Tampering.capped(Tampering.narrowest(tampering));
  }

  private List<Tampering> rollbacks(Checkpoint head, Optional<Checkpoint> previous) {
    List<Tampering> found = new ArrayList<>();
    previous
        .flatMap(earlier -> Evidence.ofRollback(earlier, head, KEPT_CHECKPOINT))
        .ifPresent(found::add);
    for (Receipt receipt : options.receipts()) {
      Evidence.ofRollback(receipt.treeHead(), head, Evidence.whence(receipt)).ifPresent(found::add);
    }
    return found;
  }

  private void requireUsable(List<Receipt> receipts) throws IOException {
    for (Receipt receipt : receipts) {
      if (Checkpoint.verify(receipt.checkpoint(), pinned) instanceof Verdict.Fails(String reason)) {
        throw new IOException(
            "the receipt for index %d is not one of the pinned log: %s"
                .formatted(receipt.index(), reason));
      }
      int needed = Evidence.pathLength(receipt);
      if (receipt.path().size() != needed) {
        throw new IOException(
            "the receipt for index %d is damaged: its path has %d hashes, in a tree of %d entries it has %d"
                .formatted(
                    receipt.index(), receipt.path().size(), receipt.treeHead().size(), needed));
      }
    }
  }

  /** Keeps what was served as evidence, and what the run before verified as it was. */
  private LogVerdict setAside(
      Checkpoint head, byte[] note, Optional<Checkpoint> previous, List<Tampering> tampering)
      throws IOException {
    String name = "%d-%s".formatted(head.size(), head.root().toString().substring(0, 16));
    AuditDirectory evidence = kept.below("tampered").below(name);
    incoming.moveAllTo(evidence);
    evidence.write(KeptHistory.CHECKPOINT, note);
    return tampered(Optional.of(head), previous, tampering);
  }

  private static LogVerdict tampered(
      Optional<Checkpoint> head, Optional<Checkpoint> previous, List<Tampering> tampering) {
    return new LogVerdict.Tampered(head, previous, tampering);
  }
}
