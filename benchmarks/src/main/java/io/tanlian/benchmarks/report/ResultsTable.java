package io.tanlian.benchmarks.report;

import io.tanlian.benchmarks.harness.Aside;
import io.tanlian.benchmarks.harness.Better;
import io.tanlian.benchmarks.harness.Result;

/** The results for people, in Markdown. */
final class ResultsTable {
  private ResultsTable() {}

  static String of(Report report) {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        # Benchmark: %s

        Measured with `%s`. Reached: %d of %d. How to read this: [benchmarks](../README.md).

        | comparison (ours / other) | ours | other | unit | ratio | by round | reach | reached |
        | --- | ---: | ---: | --- | ---: | ---: | ---: | --- |
        """
            .formatted(
                report.title(),
                report.command(),
                report.results().stream().filter(Result::reached).count(),
                report.results().size()));
    report.results().forEach(result -> text.append(row(result)));
    text.append("\n![Ratios against what they must reach](%s.svg)\n".formatted(report.word()));
    if (!report.asides().isEmpty()) {
      text.append("\n## For orientation, with nothing to reach\n\n");
      text.append("| measured with | what | figure |\n| --- | --- | ---: |\n");
      report.asides().forEach(aside -> text.append(row(aside)));
    }
    text.append("\n## Conditions\n\n");
    for (Result result : report.results()) {
      text.append("- **%s**: %s.\n".formatted(result.goal().name(), result.conditions()));
    }
    text.append("\n## Machine and settings\n\n| what | value |\n| --- | --- |\n");
    report.machine().forEach((what, value) -> text.append("| %s | %s |\n".formatted(what, value)));
    return text.toString();
  }

  private static String row(Result result) {
    return "| %s | %s | %s | %s | %s | %s | %s %s | %s |\n"
        .formatted(
            result.goal().name(),
            Figures.text(result.ours().median()),
            Figures.text(result.other().median()),
            result.goal().unit(),
            Figures.ratio(result.ratio()),
            result.spread(),
            result.goal().better() == Better.HIGHER ? "≥" : "<",
            Figures.reach(result.goal().reach()),
            result.reached() ? "yes" : "**no**");
  }

  private static String row(Aside aside) {
    return "| %s | %s | %s |\n"
        .formatted(aside.comparison(), aside.what(), Figures.text(aside.figure()));
  }
}
