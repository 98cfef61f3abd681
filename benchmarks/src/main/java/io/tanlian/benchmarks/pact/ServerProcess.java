package io.tanlian.benchmarks.pact;

import io.tanlian.benchmarks.harness.JavaCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, with this one's class path and heap. */
final class ServerProcess implements AutoCloseable {
  private static final long STOP_TIMEOUT_S = 30;

  private final Process process;

  private ServerProcess(Process process) {
    this.process = process;
  }

  /**
   * Starts it, and returns once it says a line that begins like this.
   *
   * @throws IOException if it ends before
   */
  static ServerProcess start(
      String main, List<String> arguments, Map<String, String> environment, String up)
      throws IOException {
    ProcessBuilder builder = JavaCommand.of(System.getProperty("java.class.path"), main, arguments);
    builder.environment().put("LOGGING_LEVEL_ROOT", "warn");
    builder.environment().putAll(environment);
    ServerProcess server = new ServerProcess(builder.start());
    List<String> said = new ArrayList<>();
    BufferedReader lines = server.process.inputReader();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.add(line);
      if (line.startsWith(up)) {
        return server;
      }
    }
    server.close();
    throw new IOException(main + " did not start:\n" + String.join("\n", said));
  }

  /** Processor time since its start. */
  Duration processorTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_TIMEOUT_S, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
