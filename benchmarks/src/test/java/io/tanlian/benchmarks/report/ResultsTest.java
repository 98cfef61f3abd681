package io.tanlian.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.benchmarks.harness.Aside;
import io.tanlian.benchmarks.harness.Better;
import io.tanlian.benchmarks.harness.Effort;
import io.tanlian.benchmarks.harness.Goal;
import io.tanlian.benchmarks.harness.Outcome;
import io.tanlian.benchmarks.harness.Result;
import io.tanlian.benchmarks.harness.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files are compared with golden ones; later suites keep their form. */
class ResultsTest {
  private static final Effort EFFORT =
      new Effort(3, Duration.ofMillis(1_500), Duration.ofSeconds(2));

  @TempDir private Path directory;

  @Test
  void the_results_for_programs() throws IOException {
    assertGolden("sample.json");
  }

  @Test
  void the_results_for_people() throws IOException {
    assertGolden("sample.md");
  }

  @Test
  void the_chart() throws IOException {
    assertGolden("sample.svg");
  }

  @Test
  void one_reach_that_is_missed_is_not_all_reached() {
    assertThat(report().allReached()).isFalse();
  }

  private void assertGolden(String file) throws IOException {
    Results.write(report(), directory);
    try (InputStream golden = getClass().getResourceAsStream(file)) {
      assertThat(directory.resolve(file))
          .hasContent(
              new String(Objects.requireNonNull(golden).readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static Report report() {
    Map<String, String> machine = new LinkedHashMap<>();
    machine.put("cores", "2");
    machine.put("PostgreSQL fsync", "on");
    return new Report(
        "sample",
        "apples beside pears",
        "benchmarks/run sample --quick",
        machine,
        List.of(
            new Outcome(
                new Result(
                    new Goal("apples / pears", "pieces/s", Better.HIGHER, 0.6, "a warm day"),
                    new Samples(List.of(25_000.4, 26_123.7, 27_000.0)),
                    new Samples(List.of(40_000.0, 38_120.0, 37_000.0)),
                    EFFORT),
                List.of(new Aside("apples", "ratio to plums", 1.23456))),
            new Outcome(
                new Result(
                    new Goal("p99 of a bite / a sip", "ms", Better.LOWER, 10, "thirst & hunger"),
                    new Samples(List.of(12.5, 11.5, 12.0)),
                    new Samples(List.of(1.0, 1.0, 1.0)),
                    EFFORT),
                List.of())));
  }
}
