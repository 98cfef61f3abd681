package io.tanlian.benchmarks.material;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** What clients do before they post, on all cores: signing is not for the exchange to pay. */
final class Ready {
  private static final int CHUNK = 256;

  private Ready() {}

  /** So many of what is supplied. */
  static <T> List<T> of(int count, Supplier<T> one) throws Exception {
    List<Callable<List<T>>> chunks = new ArrayList<>();
    for (int first = 0; first < count; first += CHUNK) {
      int size = Math.min(CHUNK, count - first);
      chunks.add(() -> IntStream.range(0, size).mapToObj(_ -> one.get()).toList());
    }
    List<T> ready = new ArrayList<>(count);
    try (ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      for (Future<List<T>> chunk : threads.invokeAll(chunks)) {
        ready.addAll(chunk.get());
      }
    }
    return ready;
  }
}
