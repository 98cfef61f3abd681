package io.tanlian.exchange.delivery;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.request.FootprintRequested;
import io.tanlian.contracts.request.RequestAnswer;
import io.tanlian.contracts.request.RequestAnswered;
import io.tanlian.contracts.request.RequestDetails;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.exchange.Node;
import io.tanlian.exchange.connection.Callback;
import io.tanlian.exchange.connection.Connections;
import io.tanlian.exchange.statement.RecordedStatements;
import io.tanlian.ledger.Ledger;
import io.tanlian.ledger.SequencedEntry;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads answers to requests back from the ledger, and finds where they go. */
@Component
final class RecordedAnswers {
  private static final Logger LOG = LoggerFactory.getLogger(RecordedAnswers.class);

  private final Node node;
  private final Ledger ledger;
  private final RecordedStatements recorded;
  private final Connections connections;

  RecordedAnswers(Node node, Ledger ledger, RecordedStatements recorded, Connections connections) {
    this.node = node;
    this.ledger = ledger;
    this.recorded = recorded;
    this.connections = connections;
  }

  /** A request and its answer. */
  record Answered(RequestDetails request, RequestAnswer answer) {}

  /** Empty if the statement is no answer, or its details were erased. */
  Optional<Answered> find(StatementId answer) {
    OptionalLong index = ledger.indexOf(answer.uuid());
    return index.isPresent() ? ledger.entry(index.getAsLong()).flatMap(this::of) : Optional.empty();
  }

  private Optional<Answered> of(SequencedEntry entry) {
    if (!(recorded.kept(entry).statement().claim()
        instanceof Claim.Answered(RequestAnswered(StatementId request, var _, var answer)))) {
      return Optional.empty();
    }
    return Optional.ofNullable(answer)
        .flatMap(given -> request(request).map(details -> new Answered(details, given)));
  }

  private Optional<RequestDetails> request(StatementId request) {
    OptionalLong index = ledger.indexOf(request.uuid());
    return index.isPresent()
            && recorded.kept(ledger.entry(index.getAsLong()).orElseThrow()).statement().claim()
                instanceof Claim.Requested(FootprintRequested(var details))
        ? Optional.ofNullable(details)
        : Optional.empty();
  }

  /** The delivery that tells the requester; none where it has no host to be told at. */
  List<NewDelivery> deliveries(SequencedEntry entry) {
    Optional<Answered> found = of(entry);
    if (found.isEmpty()) {
      return List.of();
    }
    RequestDetails request = found.get().request();
    return switch (connections.allowedFor(request.requester(), request.source())) {
      case Callback.NotAllowed(String words) -> {
        LOG.info("an answer to {} cannot be delivered: {}", request.requester().value(), words);
        yield List.of();
      }
      case Callback.Allowed allowed -> {
        StatementId answer = new StatementId(entry.entry().eventId());
        ParticipantId answeredBy = found.get().answer().answeredBy();
        yield List.of(
            new NewDelivery(
                NewDelivery.idOf(DeliveryKind.ANSWER, allowed.connection().id(), answer.value()),
                request.requester(),
                answeredBy == null ? node.operator() : answeredBy,
                allowed.connection().id(),
                DeliveryKind.ANSWER,
                Optional.of(allowed.versionFor(request.version())),
                entry.index(),
                List.of(answer.uuid())));
      }
    };
  }
}
