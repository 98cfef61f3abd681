package io.tanlian.verifier.audit;

import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.text.PlainText;
import io.tanlian.tlog.checkpoint.Checkpoint;
import io.tanlian.verifier.Severity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The text form of a report: a line a fact. */
final class AuditReportText {
  private static final MathContext SHOWN = new MathContext(7);

  private final List<String> lines = new ArrayList<>();

  private AuditReportText() {}

  static String of(AuditReport report) {
    AuditReportText text = new AuditReportText();
    text.write(report);
    return text.lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private void write(AuditReport report) {
    add("Log         %s".formatted(report.origin()));
    report.head().ifPresent(this::head);
    report
        .cosignatures()
        .forEach(given -> add("Witnessed   by %s at %s".formatted(given.witness(), given.time())));
    report
        .growth()
        .ifPresent(growth ->
            add(
                "Grown from  %d entries; the same history, proven by %d hashes"
                    .formatted(growth.previousSize(), growth.proof().size())));
    if (!report.statements().isEmpty()) {
      add("Statements  " + statements(report));
    }
    report.tampering().forEach(this::tampering);
    report.footprints().forEach(this::footprint);
    report.findings().forEach(this::finding);
    add("Result      " + result(report));
  }

  private void head(Checkpoint head) {
    add("Size        %d entries, root %s".formatted(head.size(), head.root().base64()));
  }

  private static String statements(AuditReport report) {
    return report.statements().entrySet().stream()
        .sorted((a, b) -> a.getKey().compareTo(b.getKey()))
        .map(type -> "%d %s".formatted(type.getValue(), type.getKey().wireName()))
        .collect(Collectors.joining(", "));
  }

  private void tampering(Tampering found) {
    add(
        "TAMPERED    %s%s: %s"
            .formatted(
                found.where().map(range -> range + ", ").orElse(""),
                found.code().code(),
                found.detail()));
  }

  private void footprint(AuditedFootprint footprint) {
    add(
        "Footprint   %s: %s"
            .formatted(
                footprint.product().value(),
                switch (footprint) {
                  case AuditedFootprint.Computed computed -> computed(computed);
                  case AuditedFootprint.NotComputed(var _, var issuer, String reason) ->
                      "not computed as %s declares it: %s".formatted(issuer.value(), reason);
                }));
  }

  private static String computed(AuditedFootprint.Computed computed) {
    return "%s kgCO2e per %s %s, %s%s (index %d)"
        .formatted(
            plain(computed.excludingUptake().round(SHOWN)),
            plain(computed.declaredUnit().amount()),
            computed.declaredUnit().unit().wireName(),
            computed.complete()
                ? "complete"
                : "incomplete: %d inputs have no figure".formatted(computed.missingInputs()),
            computed.stale() ? ", stale" : "",
            computed.index());
  }

  private static String plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
  }

  private void finding(EntryFinding found) {
    Problem problem = found.finding().problem();
    add(
        "%-11s index %d, %s%s: %s. %s"
            .formatted(
                AuditReportJson.wireName(found.finding().severity()),
                found.index(),
                problem.code().code(),
                problem.pointer().isEmpty() ? "" : " at " + problem.pointer(),
                problem.detail(),
                problem.remedy()));
  }

  private static String result(AuditReport report) {
    return switch (report.exitCode()) {
      case AuditReport.EXIT_TAMPERED -> "TAMPERED WITH: the history is not what the log signed";
      case AuditReport.EXIT_NOT_RUN -> "the audit could not run: " + report.impediment().orElse("");
      case AuditReport.EXIT_FINDINGS -> "the history is intact; " + counts(report);
      default -> "clean; " + counts(report);
    };
  }

  private static String counts(AuditReport report) {
    return "%d errors, %d warnings, %d not judged"
        .formatted(
            report.count(Severity.ERROR),
            report.count(Severity.WARNING),
            report.count(Severity.INFO));
  }

  private void add(String line) {
    lines.add(PlainText.line(line));
  }
}
