package io.tanlian.exchange.witness;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tanlian.ledger.Ledger;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Runs a thread for each witness, as long as the service runs. */
@Component
final class WitnessRounds {

  private static final long POLL_MS = 100;
  private static final String BEHIND = "tanlian.witness.behind";

  private final CountDownLatch stopped = new CountDownLatch(1);
  private final WitnessClient client = new WitnessClient();
  private final List<WitnessSubmitter> submitters;

  WitnessRounds(
      Witnesses witnesses, Ledger ledger, Cosignatures cosignatures, MeterRegistry meters) {
    SharedTarget targets = new SharedTarget(witnesses.quorum(), System::nanoTime);
    this.submitters =
        witnesses.configured().stream()
            .map(witness ->
                new WitnessSubmitter(
                    witness, ledger, cosignatures, targets, client, System::nanoTime))
            .toList();
    submitters.forEach(submitter ->
        Gauge.builder(BEHIND, submitter, WitnessSubmitter::behind)
            .description("Entries that the witness has not cosigned yet")
            .tag("witness", submitter.witness().id())
            .register(meters));
  }

  @PostConstruct
  void start() {
    submitters.forEach(submitter ->
        Thread.ofVirtual()
            .name("witness " + submitter.witness().id())
            .start(() -> follow(submitter)));
  }

  private void follow(WitnessSubmitter submitter) {
    try {
      while (!stopped.await(POLL_MS, TimeUnit.MILLISECONDS)) {
        submitter.step();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @PreDestroy
  void stop() {
    stopped.countDown();
    client.close();
  }
}
