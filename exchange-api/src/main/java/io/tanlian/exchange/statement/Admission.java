package io.tanlian.exchange.statement;

import static io.tanlian.contracts.problem.ProblemCode.DISCLOSURE_WITHHELD;
import static io.tanlian.contracts.problem.ProblemCode.LEDGER_BUSY;
import static io.tanlian.contracts.problem.ProblemCode.LEDGER_UNAVAILABLE;
import static io.tanlian.contracts.problem.ProblemCode.STATEMENT_ID_CONFLICT;
import static io.tanlian.contracts.problem.ProblemCode.STATEMENT_TOO_LARGE;
import static java.util.Comparator.naturalOrder;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.statement.ReadStatement;
import io.tanlian.contracts.statement.SignedStatement;
import io.tanlian.contracts.statement.StatementReader;
import io.tanlian.exchange.Node;
import io.tanlian.ledger.Boundary;
import io.tanlian.ledger.Ledger;
import io.tanlian.ledger.NewEntry;
import io.tanlian.ledger.SequencedEntry;
import io.tanlian.ledger.decision.Decision;
import io.tanlian.ledger.decision.DecisionOutcome;
import io.tanlian.ledger.decision.History;
import io.tanlian.ledger.decision.LedgerCommands;
import io.tanlian.ledger.seen.SeenKeys;
import io.tanlian.tlog.checkpoint.Receipt;
import io.tanlian.verifier.Finding;
import io.tanlian.verifier.rules.Context;
import io.tanlian.verifier.rules.StatementVerifier;
import io.tanlian.verifier.state.LedgerState;
import io.tanlian.verifier.state.StatementEntry;
import io.tanlian.verifier.state.StatementTags;
import io.tanlian.verifier.stock.Holding;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Takes statements onto the ledger: read strictly, judged by the verifier on the state their tags
 * lead to, appended on condition that this state has not moved.
 */
@Component
public final class Admission {

  private final Node node;
  private final LedgerCommands commands;
  private final Ledger ledger;
  private final SeenKeys seen;
  private final Grounds grounds;
  private final InstantSource clock;

  /**
   * The admission of a node.
   *
   * @param seen what is known not to be on the ledger
   * @param grounds what statements are judged on
   */
  public Admission(
      Node node,
      LedgerCommands commands,
      Ledger ledger,
      SeenKeys seen,
      Grounds grounds,
      InstantSource clock) {
    this.node = node;
    this.commands = commands;
    this.ledger = ledger;
    this.seen = seen;
    this.grounds = grounds;
    this.clock = clock;
  }

  /** Reads the compact form, lets {@code mayPost} object, and admits what is left. */
  public AdmissionOutcome admit(String compact, Function<ReadStatement, List<Problem>> mayPost) {
    return switch (SignedStatement.parse(compact).then(StatementReader::read)) {
      case Outcome.Refused<ReadStatement>(var problems) -> new AdmissionOutcome.Refused(problems);
      case Outcome.Accepted<ReadStatement>(ReadStatement read) -> {
        List<Problem> objections = mayPost.apply(read);
        yield objections.isEmpty() ? admit(read) : new AdmissionOutcome.Refused(objections);
      }
    };
  }

  private AdmissionOutcome admit(ReadStatement read) {
    if (!read.complete()) {
      return refused(
          Problem.of(
              DISCLOSURE_WITHHELD,
              "Not every digest of the statement has its disclosure.",
              "Post the statement with all its disclosures; what others see of them is yours to"
                  + " grant."));
    }
    OptionalLong recordedAt = indexOf(read);
    if (recordedAt.isPresent()) {
      return repeated(read, recordedAt.getAsLong());
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var judged = new AtomicReference<List<Finding>>(List.of());
    return switch (decide(read, now, judged)) {
      case DecisionOutcome.Appended<List<Problem>>(long index, List<Receipt> receipts) ->
          new AdmissionOutcome.Recorded(receipts.getFirst(), judged.get(), true);
      case DecisionOutcome.Duplicate<List<Problem>>(var id, long index) -> repeated(read, index);
      case DecisionOutcome.Refused<List<Problem>>(List<Problem> problems) ->
          refusedOrRepeated(read, problems);
      case DecisionOutcome.Unacceptable<List<Problem>>(String reason) ->
          refused(
              Problem.of(
                  STATEMENT_TOO_LARGE,
                  "The ledger cannot take this statement: " + reason + ".",
                  "State less in one statement."));
      case DecisionOutcome.Busy<List<Problem>>(long retryAfterMs) ->
          new AdmissionOutcome.Busy(
              Problem.of(
                  LEDGER_BUSY,
                  "Too many statements are waiting.",
                  "Post it again after the time in Retry-After; nothing was recorded."),
              retryAfterMs);
      case DecisionOutcome.Failed<List<Problem>>(String cause) ->
          refused(
              Problem.of(
                  LEDGER_UNAVAILABLE,
                  "The ledger did not confirm the statement: " + cause + ".",
                  "Post the same statement again: it is recorded once, however often it is"
                      + " posted."));
    };
  }

  /** Uses of one batch or certificate meet on it, and are decided in turn. */
  private DecisionOutcome<List<Problem>> decide(
      ReadStatement read, Instant now, AtomicReference<List<Finding>> judged) {
    Map<StatementId, Holding> known = grounds.known(read);
    Boundary boundary = Grounds.boundary(read, known.values());
    Function<History, Decision<List<Problem>>> decision =
        history -> decide(read, known, history, now, judged);
    Optional<String> used =
        StatementTags.meetingOn(read).stream().map(StatementId::value).min(naturalOrder());
    return used.isPresent()
        ? commands.decideInTurn(used.get(), boundary, decision)
        : commands.decide(boundary, decision);
  }

  /**
   * What was found stays true until the append: else its condition fails, and it is judged again.
   */
  private Decision<List<Problem>> decide(
      ReadStatement read,
      Map<StatementId, Holding> known,
      History history,
      Instant now,
      AtomicReference<List<Finding>> judged) {
    LedgerState state = grounds.of(read, known, history);
    List<Finding> findings =
        StatementVerifier.judge(
            read, state, new Context(node.origin(), now, behind(history.entries())));
    judged.set(findings);
    List<Problem> errors =
        findings.stream().filter(Finding::isError).map(Finding::problem).toList();
    if (!errors.isEmpty()) {
      return new Decision.Refuse<>(errors);
    }
    grounds.accepted(read);
    return new Decision.Append<>(
        List.of(
            new NewEntry(
                StatementEntry.of(read, now),
                DisclosureAttachment.encode(read.signed().disclosures()))));
  }

  private long behind(List<SequencedEntry> history) {
    long known = ledger.knownHead();
    return history.isEmpty() ? known : Math.max(known, history.getLast().index() + 1);
  }

  /** Another post of the same statement may have recorded it since this one looked. */
  private AdmissionOutcome refusedOrRepeated(ReadStatement read, List<Problem> problems) {
    OptionalLong meanwhile = ledger.indexOf(read.statement().id().uuid());
    return meanwhile.isPresent()
        ? repeated(read, meanwhile.getAsLong())
        : new AdmissionOutcome.Refused(problems);
  }

  /** Most statements are new, and known to be without asking the database. */
  private OptionalLong indexOf(ReadStatement read) {
    UUID eventId = read.statement().id().uuid();
    return seen.lacksEvent(eventId, ledger.knownHead())
        ? OptionalLong.empty()
        : ledger.indexOf(eventId);
  }

  private AdmissionOutcome repeated(ReadStatement read, long index) {
    String known = ledger.entry(index).map(RecordedStatements::jwt).orElseThrow();
    return known.equals(read.signed().jwt())
        ? recordedAt(index, read)
        : refused(
            new Problem(
                STATEMENT_ID_CONFLICT,
                "/id",
                "The ledger has another statement with this id, at index " + index + ".",
                "Give every statement an id of its own, and repeat a post byte for byte."));
  }

  /** Judged on the state before its entry, so that every answer about it is the same. */
  private AdmissionOutcome recordedAt(long index, ReadStatement read) {
    Receipt receipt = ledger.receipt(index).orElseThrow();
    SequencedEntry entry = ledger.entry(index).orElseThrow();
    List<SequencedEntry> before =
        ledger.byTags(Grounds.boundary(read, List.of()).criteria(), index - 1);
    return new AdmissionOutcome.Recorded(
        receipt,
        StatementVerifier.judge(
            read,
            grounds.of(read, before),
            new Context(node.origin(), entry.entry().time(), index)),
        false);
  }

  private static AdmissionOutcome refused(Problem problem) {
    return new AdmissionOutcome.Refused(List.of(problem));
  }
}
