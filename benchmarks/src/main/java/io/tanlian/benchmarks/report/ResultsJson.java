package io.tanlian.benchmarks.report;

import io.tanlian.benchmarks.harness.Goal;
import io.tanlian.benchmarks.harness.Result;
import java.math.BigDecimal;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The results for programs: a list of {@code {name, ours, other, ratio, reach, better, unit,
 * conditions}}, one for each comparison that has something to reach.
 */
final class ResultsJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  private ResultsJson() {}

  static String of(Report report) {
    ArrayNode list = JSON.createArrayNode();
    for (Result result : report.results()) {
      Goal goal = result.goal();
      ObjectNode object = list.addObject();
      object.put("name", goal.name());
      object.put("ours", Figures.rounded(result.ours().median()));
      object.put("other", Figures.rounded(result.other().median()));
      object.put("ratio", Figures.rounded(result.ratio()));
      object.put("reach", BigDecimal.valueOf(goal.reach()));
      object.put("better", goal.better().word());
      object.put("unit", goal.unit());
      object.put("conditions", result.conditions());
    }
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(list) + "\n";
  }
}
