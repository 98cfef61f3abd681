package io.tanlian.example.battery.endtoend;

import io.tanlian.cli.Main;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One run of {@code tanlian audit}.
 *
 * @param output what it printed, errors included
 */
record AuditRun(int exitCode, String output) {

  static AuditRun of(Path credentials, Path directory, String... options) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "audit", "--out", directory.toString(), "--credentials", credentials.toString()));
    arguments.addAll(List.of(options));
    StringWriter printed = new StringWriter();
    PrintWriter writer = new PrintWriter(printed, true);
    int exitCode =
        Main.commandLine().setOut(writer).setErr(writer).execute(arguments.toArray(String[]::new));
    return new AuditRun(exitCode, printed.toString());
  }
}
