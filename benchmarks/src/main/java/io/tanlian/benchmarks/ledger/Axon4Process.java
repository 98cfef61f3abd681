package io.tanlian.benchmarks.ledger;

import io.tanlian.benchmarks.database.BenchmarkDatabase;
import io.tanlian.benchmarks.harness.JavaCommand;
import io.tanlian.benchmarks.harness.Side;
import io.tanlian.benchmarks.harness.Turn;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Axon 4.13 in a process and on a class path of its own. It gets a line with the milliseconds to
 * run, and answers with a line of JSON.
 */
final class Axon4Process implements Side {
  static final int CONNECTIONS = 32;

  private static final String MAIN = "io.tanlian.benchmarks.axon4.Axon4Peer";
  private static final int WARM_UPS = 3;
  private static final long STOP_TIMEOUT_S = 10;

  private final BenchmarkDatabase database;
  private final Process process;
  private final BufferedWriter turns;
  private final BufferedReader answers;

  /**
   * Starts it.
   *
   * @param cached whether its aggregates stay in a cache
   */
  Axon4Process(BenchmarkDatabase database, Path module, boolean cached) throws IOException {
    this.database = database;
    Path classes = module.resolve("target/classes");
    if (!Files.isDirectory(classes)) {
      throw new IOException("the peer is not built: " + classes + "; use benchmarks/run");
    }
    ProcessBuilder builder =
        JavaCommand.of(
            classes + ":" + module.resolve("target/lib") + "/*",
            MAIN,
            List.of(
                database.owner().url(),
                database.owner().user(),
                String.valueOf(Callers.CALLERS),
                String.valueOf(CONNECTIONS),
                String.valueOf(cached)));
    builder.environment().put("TANLIAN_DATABASE_PASSWORD", database.owner().password());
    process = builder.start();
    turns = process.outputWriter();
    answers = process.inputReader();
  }

  /** Longer: our side has been warmed by the comparisons before, and this process starts cold. */
  @Override
  public void warmUp(Duration time) throws IOException {
    turn(time.multipliedBy(WARM_UPS));
  }

  @Override
  public Turn turn(Duration time) throws IOException {
    turns.write(time.toMillis() + "\n");
    turns.flush();
    String line = answers.readLine();
    if (line == null) {
      throw new IOException("the peer ended before it answered; its error output says why");
    }
    JsonNode answer = JsonMapper.shared().readTree(line);
    return Turn.of(answer.get("commands").asDouble() / answer.get("seconds").asDouble());
  }

  @Override
  public void close() {
    try {
      turns.close();
      if (!process.waitFor(STOP_TIMEOUT_S, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    } finally {
      database.close();
    }
  }
}
