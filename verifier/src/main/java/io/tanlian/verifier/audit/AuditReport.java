package io.tanlian.verifier.audit;

import io.tanlian.contracts.statement.StatementType;
import io.tanlian.tlog.Hash;
import io.tanlian.tlog.checkpoint.Checkpoint;
import io.tanlian.tlog.checkpoint.Cosignature;
import io.tanlian.verifier.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an audit found.
 *
 * @param origin of the pinned log
 * @param head the signed checkpoint audited, if one was read
 * @param cosignatures of the checkpoint, by the witnesses asked for
 * @param growth from the checkpoint of the run before; empty in a first run
 * @param impediment why the audit could not run to its end
 * @param tampering that the history is not what was signed; its statements are then not read
 * @param statements how many of each type
 * @param findings by index
 * @param footprints by product
 */
public record AuditReport(
    String origin,
    Optional<Checkpoint> head,
    List<Cosignature.Given> cosignatures,
    Optional<Growth> growth,
    Optional<String> impediment,
    List<Tampering> tampering,
    Map<StatementType, Long> statements,
    List<EntryFinding> findings,
    List<AuditedFootprint> footprints) {

  public static final int EXIT_CLEAN = 0;
  public static final int EXIT_FINDINGS = 1;
  public static final int EXIT_NOT_RUN = 2;
  public static final int EXIT_TAMPERED = 3;

  public AuditReport {
    cosignatures = List.copyOf(cosignatures);
    tampering = List.copyOf(tampering);
    statements = Map.copyOf(statements);
    findings = List.copyOf(findings);
    footprints = List.copyOf(footprints);
  }

  /**
   * That the log of the run before is the beginning of this one.
   *
   * @param proof RFC 9162 consistency proof between the two roots
   */
  public record Growth(long previousSize, Hash previousRoot, List<Hash> proof) {
    public Growth {
      proof = List.copyOf(proof);
    }
  }

  static AuditReport notRun(String origin, String impediment) {
    return new AuditReport(
        origin,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.of(impediment),
        List.of(),
        Map.of(),
        List.of(),
        List.of());
  }

  static AuditReport tampered(String origin, Optional<Checkpoint> head, List<Tampering> tampering) {
    return new AuditReport(
        origin,
        head,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        tampering,
        Map.of(),
        List.of(),
        List.of());
  }

  /**
   * The exit code of a command that prints this: 3 tampered, 2 not run, 1 errors or warnings, 0
   * clean. What could not be judged for want of disclosures is no fault.
   */
  public int exitCode() {
    if (!tampering.isEmpty()) {
      return EXIT_TAMPERED;
    }
    if (impediment.isPresent()) {
      return EXIT_NOT_RUN;
    }
    return count(Severity.ERROR) + count(Severity.WARNING) > 0 ? EXIT_FINDINGS : EXIT_CLEAN;
  }

  public long count(Severity severity) {
    return findings.stream().filter(found -> found.finding().severity() == severity).count();
  }

  /** For programs; the member names are stable. */
  public ObjectNode toJson() {
    return AuditReportJson.of(this);
  }

  /** For people; the same report gives the same text. */
  public String toText() {
    return AuditReportText.of(this);
  }
}
