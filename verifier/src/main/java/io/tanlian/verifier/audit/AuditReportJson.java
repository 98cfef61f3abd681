package io.tanlian.verifier.audit;

import io.tanlian.contracts.problem.Problem;
import io.tanlian.verifier.Severity;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON form of a report. Figures are decimal strings. */
final class AuditReportJson {
  private AuditReportJson() {}

  static ObjectNode of(AuditReport report) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("exitCode", report.exitCode());
    json.put("origin", report.origin());
    report
        .head()
        .ifPresent(head -> json.put("size", head.size()).put("root", head.root().base64()));
    if (!report.cosignatures().isEmpty()) {
      ArrayNode cosignatures = json.putArray("cosignatures");
      report
          .cosignatures()
          .forEach(given ->
              cosignatures
                  .addObject()
                  .put("witness", given.witness())
                  .put("time", given.time().toString()));
    }
    report.growth().ifPresent(growth -> json.set("consistency", growth(growth)));
    report.impediment().ifPresent(words -> json.put("impediment", words));
    ArrayNode tampering = json.putArray("tampering");
    report.tampering().forEach(found -> tampering.add(tampering(found)));
    ObjectNode statements = json.putObject("statements");
    report.statements().entrySet().stream()
        .sorted((a, b) -> a.getKey().compareTo(b.getKey()))
        .forEach(type -> statements.put(type.getKey().wireName(), type.getValue()));
    ObjectNode counts = json.putObject("findingCounts");
    for (Severity severity : Severity.values()) {
      counts.put(wireName(severity), report.count(severity));
    }
    ArrayNode findings = json.putArray("findings");
    report.findings().forEach(found -> findings.add(finding(found)));
    ArrayNode footprints = json.putArray("footprints");
    report.footprints().forEach(footprint -> footprints.add(footprint(footprint)));
    return json;
  }

  static String wireName(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  private static ObjectNode growth(AuditReport.Growth growth) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("previousSize", growth.previousSize())
            .put("previousRoot", growth.previousRoot().base64());
    ArrayNode proof = json.putArray("proof");
    growth.proof().forEach(hash -> proof.add(hash.base64()));
    return json;
  }

  private static ObjectNode tampering(Tampering found) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("code", found.code().code());
    found
        .where()
        .ifPresent(
            range -> json.put("firstIndex", range.first()).put("lastIndex", range.end() - 1));
    return json.put("detail", found.detail());
  }

  private static ObjectNode finding(EntryFinding found) {
    Problem problem = found.finding().problem();
    return JsonNodeFactory.instance
        .objectNode()
        .put("index", found.index())
        .put("severity", wireName(found.finding().severity()))
        .put("code", problem.code().code())
        .put("pointer", problem.pointer())
        .put("detail", problem.detail())
        .put("remedy", problem.remedy());
  }

  private static ObjectNode footprint(AuditedFootprint footprint) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("product", footprint.product().value())
            .put("issuer", footprint.issuer().value());
    return switch (footprint) {
      case AuditedFootprint.Computed computed ->
          json.put("index", computed.index())
              .put("declaredUnitAmount", computed.declaredUnit().amount().toPlainString())
              .put("declaredUnitOfMeasurement", computed.declaredUnit().unit().wireName())
              .put("pcfExcludingBiogenicUptake", computed.excludingUptake().toPlainString())
              .put("pcfIncludingBiogenicUptake", computed.includingUptake().toPlainString())
              .put("complete", computed.complete())
              .put("missingInputs", computed.missingInputs())
              .put("stale", computed.stale());
      case AuditedFootprint.NotComputed(var _, var _, String reason) ->
          json.put("complete", false).put("reason", reason);
    };
  }
}
