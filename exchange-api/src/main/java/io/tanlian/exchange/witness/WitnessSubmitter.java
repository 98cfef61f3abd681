package io.tanlian.exchange.witness;

import io.tanlian.ledger.Ledger;
import io.tanlian.tlog.witness.AddCheckpoint;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/** Keeps one witness up with the ledger. What it meets there disturbs nobody else. */
final class WitnessSubmitter {

  private static final Logger LOG = LoggerFactory.getLogger(WitnessSubmitter.class);

  private static final long BACK_OFF_FIRST_MS = 1_000;
  private static final long BACK_OFF_JITTER_MS = 500;
  private static final long BACK_OFF_MAX_MS = 60_000;
  private static final long NANOS_PER_MS = 1_000_000;

  private final ConfiguredWitness witness;
  private final Ledger ledger;
  private final Cosignatures cosignatures;
  private final SharedTarget targets;
  private final WitnessClient client;
  private final LongSupplier nanoTime;
  private BackOffExecution backOff = newBackOff();
  private boolean failing;
  private long notBeforeNanos;
  private OptionalLong startsAt = OptionalLong.empty();
  private volatile long cosignedSize;

  WitnessSubmitter(
      ConfiguredWitness witness,
      Ledger ledger,
      Cosignatures cosignatures,
      SharedTarget targets,
      WitnessClient client,
      LongSupplier nanoTime) {
    this.witness = witness;
    this.ledger = ledger;
    this.cosignatures = cosignatures;
    this.targets = targets;
    this.client = client;
    this.nanoTime = nanoTime;
    this.notBeforeNanos = nanoTime.getAsLong();
  }

  ConfiguredWitness witness() {
    return witness;
  }

  /** How many entries it has not cosigned yet. */
  long behind() {
    return Math.max(0, ledger.knownHead() - cosignedSize);
  }

  /** Submits what there is to submit, if it is time to. Always the same thread. */
  void step() throws InterruptedException {
    if (nanoTime.getAsLong() - notBeforeNanos < 0) {
      return;
    }
    try {
      if (startsAt.isEmpty()) {
        cosignedSize = cosignatures.newestSize(witness);
        startsAt = OptionalLong.of(cosignedSize);
      }
      long oldSize = startsAt.getAsLong();
      Optional<SharedTarget.Target> target =
          targets.current(ledger.knownHead(), oldSize, ledger::latestCheckpoint);
      if (target.isPresent()
          && target.get().size() >= oldSize
          && target.get().size() > cosignedSize) {
        handle(target.get(), submit(target.get(), oldSize));
      }
    } catch (RuntimeException failure) {
      LOG.debug("submitting to {} failed", witness.id(), failure);
      failed("the ledger cannot be read: " + failure.getMessage());
    }
  }

  private Submission submit(SharedTarget.Target target, long oldSize) throws InterruptedException {
    Submission first = submitFrom(target, oldSize);
    return first instanceof Submission.Elsewhere(long size) && size <= target.size()
        ? submitFrom(target, size)
        : first;
  }

  private Submission submitFrom(SharedTarget.Target target, long oldSize)
      throws InterruptedException {
    return client.submit(
        witness,
        new AddCheckpoint(oldSize, ledger.consistency(oldSize, target.size()), target.note()));
  }

  private void handle(SharedTarget.Target target, Submission submission) {
    switch (submission) {
      case Submission.Cosigned(var line, var time) -> {
        cosignatures.add(target.size(), witness, line, time);
        targets.cosigned(target.size(), witness);
        cosignedSize = target.size();
        startsAt = OptionalLong.of(target.size());
        succeeded(target.size());
      }
      case Submission.Elsewhere(long size) when size > ledger.head() ->
          failed(
              "it cosigned %d entries of this log, and the ledger has only %d: was an older copy of the database restored?"
                  .formatted(size, ledger.head()));
      case Submission.Elsewhere(long size) when size > target.size() ->
          // Another node of ours was there first; the next target will do.
          startsAt = OptionalLong.of(size);
      case Submission.Elsewhere(long size) ->
          failed("it says again that it is elsewhere, at size " + size);
      case Submission.Accused(String words) ->
          failed(
              "it holds that checkpoint %d does not continue what it cosigned before. If it is right, this log shows two histories: %s"
                  .formatted(target.size(), words));
      case Submission.Failed(String words) -> failed(words);
    }
  }

  private void succeeded(long size) {
    if (failing) {
      LOG.warn("witness {} cosigns again, up to size {}", witness.id(), size);
    } else {
      LOG.debug("witness {} cosigned size {}", witness.id(), size);
    }
    failing = false;
    backOff = newBackOff();
  }

  private void failed(String why) {
    if (!failing) {
      LOG.warn(
          "witness {} does not cosign, {} entries behind; trying again: {}",
          witness.id(),
          behind(),
          why);
    } else {
      LOG.info("witness {} does not cosign, {} entries behind: {}", witness.id(), behind(), why);
    }
    failing = true;
    notBeforeNanos = nanoTime.getAsLong() + backOff.nextBackOff() * NANOS_PER_MS;
  }

  private static BackOffExecution newBackOff() {
    ExponentialBackOff backOff = new ExponentialBackOff();
    backOff.setInitialInterval(BACK_OFF_FIRST_MS);
    backOff.setMultiplier(2);
    backOff.setMaxInterval(BACK_OFF_MAX_MS);
    backOff.setJitter(BACK_OFF_JITTER_MS);
    return backOff.start();
  }
}
