package io.tanlian.exchange.witness;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tanlian.ledger.Ledger;
import io.tanlian.ledger.election.TermListener;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Runs a thread for each witness, as long as the service runs. Only the node that leads asks them:
 * witnesses answer one request of a log at a time, and one cosignature a checkpoint is enough.
 */
@Component
final class WitnessRounds implements TermListener {

  private static final long POLL_MS = 100;
  private static final String BEHIND = "tanlian.witness.behind";

  private final CountDownLatch stopped = new CountDownLatch(1);
  private final WitnessClient client = new WitnessClient();
  private final List<WitnessSubmitter> submitters;
  private volatile boolean leads;

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
        Gauge.builder(BEHIND, submitter, it -> leads ? it.behind() : 0)
            .description(
                "Entries that the witness has not cosigned yet; 0 where another node leads")
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

  @Override
  public void began(long epoch) {
    leads = true;
  }

  @Override
  public void ended(long epoch) {
    leads = false;
  }

  private void follow(WitnessSubmitter submitter) {
    try {
      while (!stopped.await(POLL_MS, TimeUnit.MILLISECONDS)) {
        if (leads) {
          submitter.step();
        }
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
