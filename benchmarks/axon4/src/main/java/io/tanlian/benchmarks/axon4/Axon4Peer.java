package io.tanlian.benchmarks.axon4;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs commands when told to. Each line on standard input is a number of milliseconds; the answer
 * is one line of JSON, {@code {"commands":12345,"seconds":5.01}}. It ends with its input.
 *
 * <p>Arguments: JDBC URL, user, callers, connections, and whether aggregates stay in a cache. The
 * password is in {@code TANLIAN_DATABASE_PASSWORD}.
 */
public final class Axon4Peer {
  private static final String PASSWORD = "TANLIAN_DATABASE_PASSWORD";

  private Axon4Peer() {}

  /** Answers until the input ends. */
  public static void main(String[] arguments)
      throws IOException, SQLException, InterruptedException, ExecutionException {
    int callers = Integer.parseInt(arguments[2]);
    try (Axon4 axon =
            new Axon4(
                arguments[0],
                arguments[1],
                System.getenv().getOrDefault(PASSWORD, ""),
                Integer.parseInt(arguments[3]),
                Boolean.parseBoolean(arguments[4]));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      OpenProducts products = new OpenProducts();
      String line = lines.readLine();
      while (line != null) {
        System.out.println(run(axon, products, callers, Duration.ofMillis(Long.parseLong(line))));
        line = lines.readLine();
      }
    }
  }

  private static String run(Axon4 axon, OpenProducts products, int callers, Duration time)
      throws InterruptedException, ExecutionException {
    long start = System.nanoTime();
    long end = start + time.toNanos();
    long commands = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Long>> running = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        running.add(threads.submit(() -> call(axon, products, end)));
      }
      for (Future<Long> caller : running) {
        commands += caller.get();
      }
    }
    return "{\"commands\":%d,\"seconds\":%s}"
        .formatted(commands, (System.nanoTime() - start) / 1e9);
  }

  private static long call(Axon4 axon, OpenProducts products, long end) {
    long commands = 0;
    while (System.nanoTime() < end) {
      int slot = products.anySlot();
      if (axon.declare(products.declaration(slot))) {
        commands++;
      } else {
        products.replace(slot);
      }
    }
    return commands;
  }
}
