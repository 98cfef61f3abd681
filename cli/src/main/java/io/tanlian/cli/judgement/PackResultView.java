package io.tanlian.cli.judgement;

import io.tanlian.cli.terminal.Printer;
import io.tanlian.cli.terminal.Table;
import io.tanlian.contracts.rulepack.Criterion;
import io.tanlian.contracts.rulepack.RulePack;
import io.tanlian.verifier.material.PackResult;
import io.tanlian.verifier.material.PackResult.CriterionResult;
import io.tanlian.verifier.material.Share;
import io.tanlian.verifier.material.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Shows what a rule pack says, in words and as JSON. */
final class PackResultView {
  private PackResultView() {}

  static void show(PackResult result, Printer printer) {
    RulePack pack = result.pack();
    printer.line("%s, version %s: %s".formatted(pack.id(), pack.version(), pack.title()));
    printer.line("  applies: %s".formatted(pack.applies()));
    Table judged = new Table();
    Map<String, List<String>> notJudged = new LinkedHashMap<>();
    for (CriterionResult one : result.results()) {
      Criterion criterion = one.criterion();
      switch (one.verdict()) {
        case Verdict.Met(Share share) -> judged.row(row(criterion, "met: " + percent(share)));
        case Verdict.Missed missed ->
            judged.row(
                row(
                    criterion,
                    "missed: %s, %s %s short"
                        .formatted(
                            percent(missed.share()),
                            missed
                                .shortfall(criterion.atLeast())
                                .stripTrailingZeros()
                                .toPlainString(),
                            criterion.indicator().unit())));
        case Verdict.NotJudged(String reason) ->
            notJudged
                .computeIfAbsent(reason, _ -> new ArrayList<>())
                .add(criterion.material().code());
      }
    }
    printer.table(judged);
    notJudged.forEach((reason, materials) ->
        printer.line("  not judged: %s: %s".formatted(String.join(", ", materials), reason)));
  }

  private static String[] row(Criterion criterion, String verdict) {
    return new String[] {
      "  " + criterion.boundary().wireName(),
      criterion.material().code(),
      "at least " + percent(criterion.atLeast()),
      verdict
    };
  }

  static ObjectNode json(PackResult result) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("pack", result.pack().id())
            .put("version", result.pack().version())
            .put("applies", result.pack().applies());
    for (CriterionResult one : result.results()) {
      json.withArray("results").add(json(one));
    }
    return json;
  }

  private static ObjectNode json(CriterionResult result) {
    Criterion criterion = result.criterion();
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("indicator", criterion.indicator().wireName())
            .put("boundary", criterion.boundary().wireName())
            .put("material", criterion.material().code())
            .put("atLeast", criterion.atLeast().toPlainString());
    return switch (result.verdict()) {
      case Verdict.Met(Share share) -> withShare(json.put("verdict", "met"), share);
      case Verdict.Missed missed ->
          withShare(json.put("verdict", "missed"), missed.share())
              .put("shortfall", missed.shortfall(criterion.atLeast()).toPlainString());
      case Verdict.NotJudged(String reason) ->
          json.put("verdict", "notJudged").put("reason", reason);
    };
  }

  private static ObjectNode withShare(ObjectNode json, Share share) {
    return json.put("part", share.part().toPlainString())
        .put("whole", share.whole().toPlainString())
        .put("percent", share.percent().toPlainString());
  }

  private static String percent(Share share) {
    return share.percent().toPlainString() + " %";
  }

  private static String percent(BigDecimal share) {
    return share.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
  }
}
