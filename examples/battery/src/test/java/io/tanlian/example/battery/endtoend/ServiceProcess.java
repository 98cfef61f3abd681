package io.tanlian.example.battery.endtoend;

import io.tanlian.exchange.serve.ServeCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code tanlian serve} in a process of its own. */
final class ServiceProcess implements AutoCloseable {
  private static final long START_TIMEOUT_S = 120;
  private static final long END_TIMEOUT_S = 60;
  private static final long POLL_MS = 20;
  private static final String DATABASE_STARTS = "Starting PostgreSQL";
  private static final String UP = "Stop it with Ctrl-C.";

  private final Process process;
  private final Path data;
  private final Path output;

  private ServiceProcess(Process process, Path data, Path output) {
    this.process = process;
    this.data = data;
    this.output = output;
  }

  /** Launches it, and does not wait for anything. */
  static ServiceProcess launch(Path data, int port, String... options) throws IOException {
    return launch(data, port, Map.of(), options);
  }

  /** Launches it with these variables in its environment. */
  static ServiceProcess launch(
      Path data, int port, Map<String, String> environment, String... options) throws IOException {
    Path output = Files.createTempFile(data.toAbsolutePath().getParent(), "serve", ".log");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                ServeCommand.class.getName(),
                "--data",
                data.toString(),
                "--port",
                Integer.toString(port)));
    command.addAll(List.of(options));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    return new ServiceProcess(builder.start(), data, output);
  }

  /** Launches it and waits until it answers. */
  static ServiceProcess start(Path data, int port) throws IOException, InterruptedException {
    ServiceProcess service = launch(data, port);
    service.awaitUp();
    return service;
  }

  /** Waits until it answers. */
  void awaitUp() throws IOException, InterruptedException {
    await(() -> output().contains(UP));
  }

  /** Waits until it has made a file. */
  void awaitFile(Path file) throws IOException, InterruptedException {
    await(() -> Files.exists(file));
  }

  private void await(Sign sign) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_TIMEOUT_S);
    while (!sign.isSeen()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        close();
        throw new AssertionError("the service did not start:\n" + output());
      }
      process.waitFor(POLL_MS, TimeUnit.MILLISECONDS);
    }
  }

  private interface Sign {
    boolean isSeen() throws IOException;
  }

  String output() throws IOException {
    return Files.readString(output);
  }

  /** SIGTERM; the exit code when it has ended. */
  int stop() throws IOException, InterruptedException {
    process.destroy();
    return exitCode();
  }

  /** The exit code, when it has ended by itself. */
  int exitCode() throws IOException, InterruptedException {
    if (!process.waitFor(END_TIMEOUT_S, TimeUnit.SECONDS)) {
      throw new AssertionError("the service did not end:\n" + output());
    }
    return process.exitValue();
  }

  /** SIGKILL to the service; its database stays behind. */
  void kill() throws IOException, InterruptedException {
    process.destroyForcibly();
    exitCode();
  }

  /** SIGKILL to the service and all that it has started, as when the machine loses power. */
  void killWithChildren() throws IOException, InterruptedException {
    List<ProcessHandle> children = process.descendants().toList();
    kill();
    children.forEach(ProcessHandle::destroyForcibly);
    children.forEach(child -> child.onExit().orTimeout(END_TIMEOUT_S, TimeUnit.SECONDS).join());
  }

  /** SIGKILL to the database; the service stays behind. */
  void killDatabase() throws IOException {
    ProcessHandle database = NodeDatabase.process(data);
    database.destroyForcibly();
    database.onExit().orTimeout(END_TIMEOUT_S, TimeUnit.SECONDS).join();
  }

  /** Leaves neither the service nor a database it started running. */
  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().orTimeout(END_TIMEOUT_S, TimeUnit.SECONDS).join();
    try {
      if (output().contains(DATABASE_STARTS) && NodeDatabase.isRunning(data)) {
        killDatabase();
      }
    } catch (IOException e) {
      throw new AssertionError("the database of the service may be running still", e);
    }
  }
}
