package io.tanlian.benchmarks.report;

import io.tanlian.benchmarks.harness.Aside;
import io.tanlian.benchmarks.harness.Outcome;
import io.tanlian.benchmarks.harness.Result;
import java.util.List;
import java.util.Map;

/**
 * All of one run of a suite.
 *
 * @param word the suite's command
 * @param title what it is about
 * @param command as it was called
 * @param machine what it ran on, by name
 */
public record Report(
    String word,
    String title,
    String command,
    Map<String, String> machine,
    List<Outcome> outcomes) {
  public Report {
    outcomes = List.copyOf(outcomes);
  }

  public List<Result> results() {
    return outcomes.stream().map(Outcome::result).toList();
  }

  public List<Aside> asides() {
    return outcomes.stream().flatMap(outcome -> outcome.asides().stream()).toList();
  }

  public boolean allReached() {
    return results().stream().allMatch(Result::reached);
  }
}
