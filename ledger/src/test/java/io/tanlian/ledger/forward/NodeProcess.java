package io.tanlian.ledger.forward;

import io.tanlian.ledger.AppendCondition;
import io.tanlian.ledger.AppendOutcome;
import io.tanlian.ledger.NewEntry;
import io.tanlian.ledger.TestDatabase;
import io.tanlian.ledger.TestNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** {@link NodeMain} in a process. */
final class NodeProcess implements AutoCloseable {
  private static final long START_TIMEOUT_S = 60;
  private static final long POLL_MS = 10;

  private final Process process;
  private final List<String> lines = new CopyOnWriteArrayList<>();

  private NodeProcess(Process process) {
    this.process = process;
    Thread.ofPlatform().daemon().start(this::read);
  }

  static NodeProcess launch(TestDatabase database, String name) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                NodeMain.class.getName(),
                name,
                database.jdbcUrl(),
                database.serviceRole())
            .redirectErrorStream(true);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.environment().put(NodeMain.SIGNER, TestNode.SIGNER.formatSecret());
    return new NodeProcess(builder.start());
  }

  private void read() {
    try (BufferedReader output = process.inputReader()) {
      output.lines().forEach(lines::add);
    } catch (IOException | UncheckedIOException e) {
      lines.add("the output ended: " + e);
    }
  }

  /** Waits until it has said something. */
  String await(Predicate<String> wanted) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_TIMEOUT_S);
    while (System.nanoTime() < deadline) {
      for (String line : lines) {
        if (wanted.test(line)) {
          return line;
        }
      }
      Thread.sleep(POLL_MS);
    }
    throw new AssertionError("the node did not say what was awaited: " + lines);
  }

  /** Waits until it leads a later epoch, and returns that one. */
  long awaitLead(long after) throws InterruptedException {
    String line =
        await(said -> said.startsWith("leads ") && Long.parseLong(said.substring(6)) > after);
    return Long.parseLong(line.substring(6));
  }

  URI url() throws InterruptedException {
    return URI.create(await(line -> line.startsWith("at ")).substring(3));
  }

  AppendOutcome append(SocketLink.Door door, NewEntry entry)
      throws IOException, InterruptedException {
    return SocketLink.append(url(), door, List.of(entry), AppendCondition.none());
  }

  void freeze() throws IOException, InterruptedException {
    signal("STOP");
  }

  void thaw() throws IOException, InterruptedException {
    signal("CONT");
  }

  void kill() {
    process.destroyForcibly().onExit().join();
  }

  private void signal(String name) throws IOException, InterruptedException {
    int exit =
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    if (exit != 0) {
      throw new AssertionError("kill -" + name + " ended with " + exit);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
