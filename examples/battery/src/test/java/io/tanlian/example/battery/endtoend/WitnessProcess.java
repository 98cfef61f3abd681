package io.tanlian.example.battery.endtoend;

import io.tanlian.cli.Main;
import io.tanlian.exchange.witness.ConfiguredWitness;
import io.tanlian.tlog.note.NoteSigner;
import io.tanlian.tlog.note.VerifierKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@code tanlian witness serve} in a process of its own, which may be started many times. */
final class WitnessProcess implements AutoCloseable {
  private static final long START_TIMEOUT_S = 60;
  private static final long POLL_MS = 20;

  private final NoteSigner key;
  private final Path directory;
  private final int port = FreePort.find();
  private Path output;
  private @Nullable Process process;

  WitnessProcess(String name, Path directory) throws IOException {
    this.key = NoteSigner.generateWitness(name);
    this.directory = Files.createDirectory(directory);
    this.output = directory;
    Files.writeString(
        Files.createFile(
            directory.resolve("key"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))),
        key.formatSecret());
  }

  ConfiguredWitness configured() {
    return new ConfiguredWitness(key.verifierKey(), URI.create("http://127.0.0.1:" + port));
  }

  /** Launches it, with the memory of the time before, and does not wait for anything. */
  void launch(VerifierKey log) throws IOException {
    output = Files.createTempFile(directory, "witness", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                Main.class.getName(),
                "witness",
                "serve",
                "--key",
                directory.resolve("key").toString(),
                "--state",
                directory.resolve("state").toString(),
                "--log",
                log.format(),
                "--port",
                Integer.toString(port))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    process = builder.start();
  }

  /** Waits until it answers. */
  void awaitUp() throws IOException, InterruptedException {
    Process started = Objects.requireNonNull(process);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_TIMEOUT_S);
    while (!Files.readString(output).contains("Stop it with Ctrl-C.")) {
      if (!started.isAlive() || System.nanoTime() > deadline) {
        throw new AssertionError("the witness did not start:\n" + Files.readString(output));
      }
      started.waitFor(POLL_MS, TimeUnit.MILLISECONDS);
    }
  }

  /** SIGKILL. */
  void kill() {
    if (process != null) {
      process.destroyForcibly().onExit().orTimeout(START_TIMEOUT_S, TimeUnit.SECONDS).join();
    }
  }

  /** SIGTERM; the exit code when it has ended. */
  int stop() throws InterruptedException {
    Process running = Objects.requireNonNull(process);
    running.destroy();
    if (!running.waitFor(START_TIMEOUT_S, TimeUnit.SECONDS)) {
      throw new AssertionError("the witness did not end");
    }
    return running.exitValue();
  }

  @Override
  public void close() {
    kill();
  }
}
