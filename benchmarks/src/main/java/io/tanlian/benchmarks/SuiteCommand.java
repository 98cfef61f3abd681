package io.tanlian.benchmarks;

import io.tanlian.benchmarks.database.BenchmarkServer;
import io.tanlian.benchmarks.harness.Comparison;
import io.tanlian.benchmarks.harness.Effort;
import io.tanlian.benchmarks.harness.Outcome;
import io.tanlian.benchmarks.harness.Rounds;
import io.tanlian.benchmarks.harness.Suite;
import io.tanlian.benchmarks.report.Machine;
import io.tanlian.benchmarks.report.Report;
import io.tanlian.benchmarks.report.Results;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs a suite's comparisons one after the other and writes down what came of them. */
@Command(
    mixinStandardHelpOptions = true,
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0  every reach is met",
      "  1  it was measured, and not every reach is met",
      "  2  it could not be measured"
    })
final class SuiteCommand implements Callable<Integer> {
  private static final double MS_PER_SECOND = 1e3;

  private final Suite suite;
  private final Path module;
  private final Map<String, String> environment;

  @Spec private CommandSpec spec;

  @Mixin private ServerOptions server;

  @Option(
      names = "--quick",
      description = "all of it in under three minutes, with wider noise and less data")
  private boolean quick;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "NAME",
      description = "only these comparisons; prints, writes no results")
  private List<String> only = List.of();

  @Option(names = "--rounds", paramLabel = "N", description = "how many turns each side has")
  private @Nullable Integer rounds;

  @Option(names = "--seconds", paramLabel = "S", description = "how long a turn takes")
  private @Nullable Double seconds;

  @SuppressWarnings("NullAway") // the command line fills in the rest
  SuiteCommand(Suite suite, Path module, Map<String, String> environment) {
    this.suite = suite;
    this.module = module;
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Path data = Files.createDirectories(module.resolve("target/postgres"));
    Map<String, String> machine = new LinkedHashMap<>();
    machine.put("date", LocalDate.now(ZoneOffset.UTC).toString());
    machine.put("commit", System.getProperty("tanlian.commit", "unknown"));
    machine.putAll(Machine.describe(data));
    say("Starting PostgreSQL ...");
    try (BenchmarkServer open = server.open(data, environment);
        Suite measured = suite) {
      open.settings().forEach((name, value) -> machine.put("PostgreSQL " + name, value));
      Rounds run = new Rounds(effort(), open::checkpoint, this::say);
      List<Outcome> outcomes = new ArrayList<>();
      for (Comparison comparison : chosen(measured.comparisons(open, quick))) {
        say("%s ...".formatted(comparison.goal().name()));
        outcomes.add(run.run(comparison));
      }
      Report report = new Report(suite.word(), suite.title(), command(), machine, outcomes);
      spec.commandLine().getOut().println(Results.table(report));
      if (only.isEmpty()) {
        Results.write(report, module.resolve("results")).forEach(file -> say("Wrote " + file));
      }
      return report.allReached() ? ExitCodes.REACHED : ExitCodes.NOT_REACHED;
    }
  }

  private Effort effort() {
    Effort effort = quick ? Effort.QUICK : Effort.FULL;
    effort = rounds == null ? effort : effort.withRounds(rounds);
    return seconds == null
        ? effort
        : effort.withTurn(Duration.ofMillis((long) (seconds * MS_PER_SECOND)));
  }

  private List<Comparison> chosen(List<Comparison> all) {
    List<String> words = all.stream().map(Comparison::word).toList();
    for (String word : only) {
      if (!words.contains(word)) {
        throw new ParameterException(
            spec.commandLine(),
            "--only: there is no comparison %s; there are %s"
                .formatted(word, String.join(", ", words)));
      }
    }
    return all.stream()
        .filter(comparison -> only.isEmpty() || only.contains(comparison.word()))
        .toList();
  }

  private String command() {
    List<String> words = new ArrayList<>(List.of("benchmarks/run", suite.word()));
    words.addAll(
        spec.commandLine().getParseResult().originalArgs().stream()
            .filter(a -> !a.equals(suite.word()))
            .toList());
    return String.join(" ", words);
  }

  private void say(String progress) {
    spec.commandLine().getErr().println(progress);
  }
}
