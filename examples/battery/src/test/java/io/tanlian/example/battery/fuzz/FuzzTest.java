package io.tanlian.example.battery.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.example.battery.service.Exchange;
import io.tanlian.exchange.access.RateSettings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Whatever comes, at whatever endpoint: the node answers in time, never with a failure of its own,
 * and keeps nothing of it.
 *
 * <p>The node runs in this process, so the heap measured is its own, its PostgreSQL's apart.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FuzzTest {
  private static final long SEED = Long.getLong("fuzz.seed", 20_261_122);
  private static final RateSettings NO_LIMIT = new RateSettings(100_000, 100_000, 10);

  private Exchange exchange;
  private Inputs inputs;
  private Endpoints endpoints;

  @BeforeAll
  void start() throws Exception {
    exchange = Exchange.start(NO_LIMIT);
    endpoints = Endpoints.of(exchange);
    inputs = new Inputs(SEED, endpoints, new World(exchange), exchange.url().getAuthority());
  }

  @AfterAll
  void stop() {
    exchange.close();
  }

  @Test
  void a_thousand_inputs_are_answered_by_a_node_that_neither_fails_nor_hangs_nor_grows()
      throws Exception {
    run(1_000);
  }

  @Test
  @Tag("long")
  void so_are_twenty_thousand() throws Exception {
    run(20_000);
  }

  private void run(int count) throws Exception {
    Outcomes outcomes = new Outcomes(SEED);
    long heapBefore = 0;
    try (RawConnection connection = new RawConnection(exchange.tls(), exchange.url())) {
      for (int number = 0; number < count; number++) {
        if (number == count / 5) {
          heapBefore = heapInUse();
        }
        Input input = inputs.get(number);
        long begun = System.nanoTime();
        try {
          RawAnswer answer = connection.send(input.bytes(), input.isHead());
          outcomes.add(number, input, answer, System.nanoTime() - begun);
        } catch (IOException | RuntimeException e) {
          outcomes.addUnanswered(number, input, e);
        }
      }
    }
    long grownBytes = heapInUse() - heapBefore;
    System.out.println(
        count + " inputs, " + outcomes + ", heap grown by " + grownBytes / 1024 + " KiB");
    outcomes.requireSound(endpoints.all(), count);
    assertThat(grownBytes).as("heap bytes kept").isLessThan(48L << 20);
  }

  private static long heapInUse() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
