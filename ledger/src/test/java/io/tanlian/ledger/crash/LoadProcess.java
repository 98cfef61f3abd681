package io.tanlian.ledger.crash;

import io.tanlian.ledger.TestDatabase;
import io.tanlian.ledger.TestNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A process of its own that runs {@link LoadMain}. */
final class LoadProcess implements AutoCloseable {
  private final Process process;

  private LoadProcess(Process process) {
    this.process = process;
  }

  static LoadProcess start(TestDatabase database, Path journal, long seed) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            LoadMain.class.getName(),
            database.serviceUrl(),
            database.serviceRole(),
            TestNode.SIGNER.formatSecret(),
            journal.toString(),
            Long.toString(seed));
    return new LoadProcess(new ProcessBuilder(command).inheritIO().start());
  }

  /** SIGKILL. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
