package io.tanlian.exchange.serve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server that outlived its node and still holds the cluster. Only a process that runs
 * PostgreSQL on this very directory is stopped: process numbers are used again.
 */
final class LeftBehindServer {

  private static final Logger LOG = LoggerFactory.getLogger(LeftBehindServer.class);
  private static final Duration KILL_TIMEOUT = Duration.ofSeconds(30);
  private static final Pattern PROCESS_NUMBER = Pattern.compile("[1-9][0-9]{0,9}");

  private LeftBehindServer() {}

  /**
   * Stops it, if there is one.
   *
   * @param patience how long it may take to finish by itself before it is killed
   * @throws StartRefused where it cannot be told whether a server holds the cluster
   */
  static void stop(Path cluster, Duration patience) throws IOException, StartRefused {
    Path pidFile = cluster.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    if (isBeingMade(pidFile)) {
      return;
    }
    Optional<ProcessHandle> named = ProcessHandle.of(processNumber(pidFile));
    Optional<String> command = named.flatMap(process -> process.info().command());
    if (named.isEmpty() || command.isEmpty()) {
      return;
    }
    if (!command.get().endsWith("postgres")) {
      Files.delete(pidFile);
    } else if (runsOn(cluster, named.get())) {
      stop(named.get(), patience);
    } else {
      throw new StartRefused(
          pidFile
              + " names process "
              + named.get().pid()
              + ", a PostgreSQL that does not run on this directory. If none does, delete the file"
              + " and start again.");
    }
  }

  /** initdb writes a negative number, and its server ends with it. */
  private static boolean isBeingMade(Path pidFile) throws IOException {
    return Files.readString(pidFile, StandardCharsets.ISO_8859_1).startsWith("-");
  }

  private static long processNumber(Path pidFile) throws IOException, StartRefused {
    String first =
        new String(Files.readAllBytes(pidFile), StandardCharsets.ISO_8859_1)
            .lines()
            .findFirst()
            .orElse("")
            .strip();
    if (!PROCESS_NUMBER.matcher(first).matches()) {
      throw new StartRefused(
          pidFile
              + " is damaged: its first line is not a process number. If no PostgreSQL runs on this"
              + " directory, delete the file and start again.");
    }
    return Long.parseLong(first);
  }

  private static boolean runsOn(Path cluster, ProcessHandle postgres) throws IOException {
    List<String> arguments = List.of(postgres.info().arguments().orElseGet(() -> new String[0]));
    int option = arguments.indexOf("-D");
    if (option < 0 || option + 1 == arguments.size()) {
      return false;
    }
    try {
      Path directory = Path.of(arguments.get(option + 1));
      return directory.isAbsolute()
          && Files.exists(directory)
          && Files.isSameFile(directory, cluster);
    } catch (InvalidPathException _) {
      return false;
    }
  }

  private static void stop(ProcessHandle server, Duration patience) throws StartRefused {
    List<ProcessHandle> all = new ArrayList<>(server.descendants().toList());
    all.add(server);
    LOG.info("stopping PostgreSQL process {}, left behind by a killed node", server.pid());
    server.destroy();
    if (ended(all, patience)) {
      return;
    }
    LOG.warn(
        "PostgreSQL process {} did not finish in {} s and is killed; the next start recovers from"
            + " its write-ahead log",
        server.pid(),
        patience.toSeconds());
    server.destroyForcibly();
    if (!ended(all, KILL_TIMEOUT)) {
      throw new StartRefused(
          "A PostgreSQL left behind by a killed node (process "
              + server.pid()
              + ") does not stop. Stop it by hand, then start again.");
    }
  }

  private static boolean ended(List<ProcessHandle> processes, Duration patience)
      throws StartRefused {
    try {
      CompletableFuture.allOf(
              processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
          .get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException _) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartRefused("Interrupted while stopping a PostgreSQL that was left behind.", e);
    }
  }
}
