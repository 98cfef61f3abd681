package io.tanlian.verifier.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tanlian.tlog.checkpoint.Checkpoint;
import io.tanlian.tlog.note.VerifierKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The whole audit: copies the history and proves it is what the pinned log signed, judges every
 * statement with the rules of admission, and computes every footprint again. It trusts the key it
 * is given and nothing else.
 */
public final class Audit {
  private static final String REPORT = "report.json";

  private final LogSource source;
  private final VerifierKey pinned;
  private final AuditDirectory directory;
  private final AuditOptions options;
  private final Progress progress;

  /**
   * An audit of one log.
   *
   * @param pinned the log's key; its name is the origin its checkpoints must have
   * @param directory kept from run to run, of this log only
   */
  public Audit(
      LogSource source,
      VerifierKey pinned,
      AuditDirectory directory,
      AuditOptions options,
      Progress progress) {
    this.source = source;
    this.pinned = pinned;
    this.directory = directory;
    this.options = options;
    this.progress = progress;
  }

  /** Runs it. Never throws for what the log or the network does: that is in the report. */
  public AuditReport run() {
    try {
      AuditReport report = report();
      directory.write(REPORT, (report.toJson().toPrettyString() + "\n").getBytes(UTF_8));
      return report;
    } catch (IOException e) {
      return AuditReport.notRun(pinned.name(), String.valueOf(e.getMessage()));
    }
  }

  private AuditReport report() throws IOException {
    LogVerdict verdict = new LogAudit(source, pinned, directory, options, progress).run();
    return switch (verdict) {
      case LogVerdict.Tampered(Optional<Checkpoint> head, var _, List<Tampering> tampering) ->
          AuditReport.tampered(pinned.name(), head, tampering);
      case LogVerdict.Intact intact -> judged(intact);
    };
  }

  private AuditReport judged(LogVerdict.Intact intact) throws IOException {
    Replay.Result replay =
        Replay.of(
            pinned.name(),
            intact.tree(),
            directory,
            new KeptDisclosures(source, directory, options.fetchAll()),
            progress);
    List<AuditedFootprint> footprints =
        FootprintAudit.compute(replay.state(), intact.tree(), replay.newest(), progress);
    List<EntryFinding> findings = new ArrayList<>(replay.findings());
    if (options.compareAnswers()) {
      findings.addAll(FootprintAudit.compare(footprints, source, intact.head().size()));
    }
    findings.sort(Comparator.comparingLong(EntryFinding::index));
    return new AuditReport(
        pinned.name(),
        Optional.of(intact.head()),
        intact.cosignatures(),
        intact
            .previous()
            .map(old -> new AuditReport.Growth(old.size(), old.root(), intact.consistency())),
        Optional.empty(),
        List.of(),
        replay.statements(),
        findings,
        footprints);
  }
}
