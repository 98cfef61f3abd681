package io.tanlian.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files a suite leaves behind: {@code <suite>.json}, {@code .md} and {@code .svg}. */
public final class Results {
  private Results() {}

  /** Writes all three, and returns where they are. */
  public static List<Path> write(Report report, Path directory) throws IOException {
    Files.createDirectories(directory);
    return List.of(
        Files.writeString(directory.resolve(report.word() + ".json"), ResultsJson.of(report)),
        Files.writeString(directory.resolve(report.word() + ".md"), ResultsTable.of(report)),
        Files.writeString(directory.resolve(report.word() + ".svg"), ReachChart.of(report)));
  }

  /** The table alone, to print. */
  public static String table(Report report) {
    return ResultsTable.of(report);
  }
}
