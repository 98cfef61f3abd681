package io.tanlian.exchange.request;

import io.tanlian.contracts.pact.event.EventError;
import io.tanlian.contracts.pact.v3.FootprintId;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.request.RequestAnswer;
import io.tanlian.exchange.problem.LagException;
import io.tanlian.exchange.problem.PactError;
import io.tanlian.exchange.readmodel.Freshness;
import io.tanlian.ledger.axon.LedgerTail;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Answers the requests that need nobody: with footprints that the requester may see, or with a
 * rejection where nobody could have any. All others wait for their owners.
 */
@Component
final class RequestRounds {
  private static final Logger LOG = LoggerFactory.getLogger(RequestRounds.class);
  private static final Duration ROUND_AT_LEAST_EVERY = Duration.ofSeconds(15);
  private static final int AT_ONCE = 100;

  private final Requests requests;
  private final GrantedFootprints granted;
  private final Answers answers;
  private final Freshness freshness;
  private final LedgerTail tail;
  private final Doorbell doorbell;
  private final Thread worker;

  RequestRounds(
      Requests requests,
      GrantedFootprints granted,
      Answers answers,
      Freshness freshness,
      @Qualifier("requestsTail") LedgerTail tail,
      Doorbell doorbell) {
    this.requests = requests;
    this.granted = granted;
    this.answers = answers;
    this.freshness = freshness;
    this.tail = tail;
    this.doorbell = doorbell;
    this.worker = Thread.ofVirtual().name("requests").unstarted(this::run);
  }

  @PostConstruct
  void start() {
    worker.start();
  }

  @PreDestroy
  void stop() throws InterruptedException {
    worker.interrupt();
    worker.join(Duration.ofSeconds(10));
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        doorbell.await(ROUND_AT_LEAST_EVERY);
        try {
          round();
        } catch (LagException behind) {
          LOG.debug("requests wait for the read models", behind);
        } catch (RuntimeException failure) {
          LOG.warn("A round over requests failed and is tried again: {}", failure.getMessage());
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void round() {
    boolean moreMayBeDue = true;
    while (moreMayBeDue) {
      freshness.awaitHead(tail);
      long treeSize = freshness.awaitHead();
      List<StoredRequest> due = requests.due(AT_ONCE);
      long judged = due.stream().filter(request -> judge(request, treeSize)).count();
      moreMayBeDue = due.size() == AT_ONCE && judged > 0;
    }
  }

  /** Whether this request is through, for now. */
  private boolean judge(StoredRequest request, long treeSize) {
    Optional<Problem> objection =
        answer(request, treeSize).flatMap(answer -> answers.record(request.id(), answer));
    if (objection.isPresent() && !Answers.isAnswered(objection.get())) {
      LOG.warn(
          "The answer to {} is not recorded and is tried again: {}",
          request.id().value(),
          objection.get().detail());
      return false;
    }
    requests.judged(request.id(), treeSize);
    return true;
  }

  private Optional<RequestAnswer> answer(StoredRequest request, long treeSize) {
    List<FootprintId> footprints =
        granted.matching(request.details().requester(), request.criteria(), treeSize);
    if (!footprints.isEmpty()) {
      return Optional.of(new RequestAnswer(null, footprints, null));
    }
    return requests.owners(request.id()).isEmpty()
        ? Optional.of(
            new RequestAnswer(
                null,
                List.of(),
                new EventError(
                    PactError.NOT_FOUND, "No footprint here meets the criteria of the request.")))
        : Optional.empty();
  }
}
