package io.tanlian.benchmarks.pact;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;

/** A server and the connections to it that stay open. */
final class Target implements AutoCloseable {
  static final int CONNECTIONS = 32;

  private final List<HttpsConnection> connections;
  private final BlockingQueue<HttpsConnection> free;
  private final Supplier<Duration> processorTime;

  /** Takes connections that are open. */
  Target(List<HttpsConnection> connections, Supplier<Duration> processorTime) {
    this.connections = List.copyOf(connections);
    this.free = new ArrayBlockingQueue<>(connections.size(), false, connections);
    this.processorTime = processorTime;
  }

  /** Makes another connection. */
  @FunctionalInterface
  interface Opening {
    HttpsConnection open(int number) throws IOException;
  }

  static Target open(Opening opening, Supplier<Duration> processorTime) throws IOException {
    List<HttpsConnection> connections = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      connections.add(opening.open(i));
    }
    return new Target(connections, processorTime);
  }

  List<HttpsConnection> connections() {
    return connections;
  }

  /** What the server's process has used of the processor since its start. */
  Duration processorTime() {
    return processorTime.get();
  }

  /** Reads once on a connection that is free, and checks the answer. */
  void read(Read read) throws IOException, InterruptedException {
    HttpsConnection connection = free.take();
    try {
      read.require(connection.get(read.path()));
    } finally {
      free.add(connection);
    }
  }

  @Override
  public void close() {
    connections.forEach(HttpsConnection::close);
  }
}
