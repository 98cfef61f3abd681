package io.tanlian.exchange.received;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.pact.PactVersion;
import io.tanlian.contracts.pact.translation.Translation;
import io.tanlian.contracts.pact.v3.ProductFootprint;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.problem.ProblemCode;
import io.tanlian.contracts.received.FootprintReceived;
import io.tanlian.contracts.received.ReceivedFootprint;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.exchange.connection.Connection;
import io.tanlian.exchange.connection.ConnectionClient;
import io.tanlian.exchange.outbound.OutboundAnswer;
import io.tanlian.exchange.outbound.OutboundAnswer.Answered;
import io.tanlian.exchange.problem.QueryRefused;
import io.tanlian.exchange.received.FetchResult.RefusedFootprint;
import io.tanlian.exchange.statement.AdmissionOutcome;
import io.tanlian.exchange.statement.OperatorStatements;
import io.tanlian.ledger.Ledger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Gets footprints from a connection's host and puts them on the ledger, each once. */
@Component
public final class Received {
  static final int PAGES_MAX = 1_000;
  static final Duration FETCH_MAX = Duration.ofMinutes(2);
  private static final int PAGE_SIZE = 100;

  private final ConnectionClient client;
  private final OperatorStatements operator;
  private final Ledger ledger;
  private final InstantSource clock;

  Received(
      ConnectionClient client, OperatorStatements operator, Ledger ledger, InstantSource clock) {
    this.client = client;
    this.operator = operator;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Lists the host's footprints page by page and records them, for the connection's participant.
   *
   * @param criteria as the {@code data} of a RequestCreatedEvent of PACT v3 has them
   */
  public FetchResult fetch(Connection connection, ObjectNode criteria) {
    PactVersion version = connection.newest();
    if (version == PactVersion.V2 && !criteria.isEmpty()) {
      return FetchResult.NOTHING.endedBy(
          "a host that speaks PACT 2 only is read whole: leave the criteria out");
    }
    Instant end = clock.instant().plus(FETCH_MAX);
    Set<URI> seen = new HashSet<>();
    FetchResult result = FetchResult.NOTHING;
    Optional<URI> next =
        Optional.of(
            URI.create(
                connection.footprints(version)
                    + "?limit="
                    + PAGE_SIZE
                    + CriteriaQuery.of(criteria)));
    while (next.isPresent()) {
      URI page = next.get();
      if (!seen.add(page) || seen.size() > PAGES_MAX || clock.instant().isAfter(end)) {
        return result.endedBy("the host's list goes on too long");
      }
      switch (client.get(connection, page)) {
        case Answered said when said.isSuccess() -> {
          Optional<List<ReceivedBody>> listed = ListedFootprints.ofList(said.body());
          if (listed.isEmpty()) {
            return result.endedBy("the host's answer is no list of footprints");
          }
          result = result.and(record(connection, version, listed.get())).andPage();
          next = NextPage.of(said.all("link"), page);
        }
        case OutboundAnswer failed -> {
          return result.endedBy(words(failed));
        }
      }
    }
    return result;
  }

  /**
   * Records footprints that came from the connection's host, for its participant.
   *
   * @throws QueryRefused if the ledger is busy or does not answer; they may come again
   */
  public FetchResult record(
      Connection connection, PactVersion version, List<ReceivedBody> footprints) {
    FetchResult result = FetchResult.NOTHING;
    for (ReceivedBody body : footprints) {
      result = result.and(record(connection, version, body));
    }
    return result;
  }

  private FetchResult record(Connection connection, PactVersion version, ReceivedBody body) {
    String named = body.json().path("id").stringValue("");
    ObjectNode stated = withoutNulls(body.json());
    return switch (inVersion3(version, stated)) {
      case Outcome.Refused<ProductFootprint>(var problems) -> refused(named, problems.getFirst());
      case Outcome.Accepted<ProductFootprint>(ProductFootprint footprint) ->
          record(
              named,
              new ReceivedFootprint(
                  connection.participant(),
                  connection.baseUrl().toString(),
                  clock.instant().truncatedTo(ChronoUnit.SECONDS),
                  body.sha256(),
                  footprint.specVersion(),
                  footprint));
    };
  }

  /** What is recorded is in our data model; the hash is that of what the host sent. */
  private static Outcome<ProductFootprint> inVersion3(PactVersion version, ObjectNode stated) {
    return version == PactVersion.V3
        ? ProductFootprint.parse(stated)
        : io.tanlian.contracts.pact.v2.ProductFootprint.parse(stated)
            .then(Translation::toVersion3)
            .map(Translation::footprint);
  }

  private FetchResult record(String named, ReceivedFootprint received) {
    StatementId id = FootprintReceived.idOf(received);
    if (ledger.indexOf(id.uuid()).isPresent()) {
      return new FetchResult(0, 0, 1, List.of(), Optional.empty());
    }
    return switch (operator.post(id, new Claim.Received(new FootprintReceived(received)))) {
      case AdmissionOutcome.Recorded _ -> new FetchResult(0, 1, 0, List.of(), Optional.empty());
      // The footprint is as good as it was: what is recorded stays, and the rest comes again.
      case AdmissionOutcome.Busy(Problem problem, long _) -> throw QueryRefused.because(problem);
      case AdmissionOutcome.Refused(var problems) -> refused(named, id, problems.getFirst());
    };
  }

  private FetchResult refused(String named, StatementId id, Problem problem) {
    if (problem.code() == ProblemCode.LEDGER_UNAVAILABLE) {
      throw QueryRefused.because(problem);
    }
    // Another node may have fetched it at the same moment.
    return ledger.indexOf(id.uuid()).isPresent()
        ? new FetchResult(0, 0, 1, List.of(), Optional.empty())
        : refused(named, problem);
  }

  /** Some hosts write null for what they do not state. */
  private static ObjectNode withoutNulls(ObjectNode json) {
    ObjectNode kept = json.deepCopy();
    removeNulls(kept);
    return kept;
  }

  private static void removeNulls(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.removeIf(JsonNode::isNull);
    }
    node.forEach(Received::removeNulls);
  }

  private static FetchResult refused(String footprint, Problem problem) {
    String place = problem.pointer().isEmpty() ? "" : problem.pointer() + ": ";
    return refused(footprint, place + problem.detail());
  }

  private static FetchResult refused(String footprint, String words) {
    return new FetchResult(
        0, 0, 0, List.of(new RefusedFootprint(footprint, words)), Optional.empty());
  }

  private static String words(OutboundAnswer answer) {
    return switch (answer) {
      case Answered said -> "the host answered with status " + said.status() + ": " + said.words();
      case OutboundAnswer.Failed(String words) -> words;
      case OutboundAnswer.Refused(String words) -> words;
    };
  }
}
