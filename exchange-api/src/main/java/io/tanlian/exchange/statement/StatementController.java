package io.tanlian.exchange.statement;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.problem.ProblemCode;
import io.tanlian.contracts.received.FootprintReceived;
import io.tanlian.contracts.received.ReceivedFootprint;
import io.tanlian.contracts.sharing.GrantedPart;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.ReadStatement;
import io.tanlian.contracts.statement.SignedStatement;
import io.tanlian.exchange.Caller;
import io.tanlian.exchange.PostedBody;
import io.tanlian.exchange.problem.ProblemDocument;
import io.tanlian.exchange.readmodel.Freshness;
import io.tanlian.exchange.sharing.Accesses;
import io.tanlian.exchange.sharing.Sight;
import io.tanlian.exchange.sharing.VisibleDeclarations;
import io.tanlian.ledger.Ledger;
import io.tanlian.tlog.checkpoint.Receipt;
import io.tanlian.verifier.Finding;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v1/statements}: publish a statement, read one back. */
@RestController
@RequestMapping("/v1/statements")
@Tag(name = "Statements")
final class StatementController {

  private static final String STATEMENT = "application/vc+sd-jwt";

  private static final int BODY_BYTES_MAX =
      SignedStatement.jwtCharsMax
          + SignedStatement.disclosureCharsMax
          + SignedStatement.disclosuresMax;

  private final Admission admission;
  private final RecordedStatements recorded;
  private final VisibleDeclarations visible;
  private final Accesses accesses;
  private final Freshness freshness;
  private final Ledger ledger;

  StatementController(
      Admission admission,
      RecordedStatements recorded,
      VisibleDeclarations visible,
      Accesses accesses,
      Freshness freshness,
      Ledger ledger) {
    this.admission = admission;
    this.recorded = recorded;
    this.visible = visible;
    this.accesses = accesses;
    this.freshness = freshness;
    this.ledger = ledger;
  }

  /** Publishes the statement in the body; posting the same again gives the same receipt again. */
  @Operation(
      summary = "Publish a signed statement",
      requestBody =
          @RequestBody(
              required = true,
              description = "An SD-JWT (RFC 9901): jwt~disclosure~disclosure~",
              content = @Content(mediaType = STATEMENT, schema = @Schema(type = "string"))))
  @ApiResponse(
      responseCode = "201",
      description = "It is on the ledger",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = Publication.class)))
  @ApiResponse(
      responseCode = "200",
      description = "It already was; the same receipt again",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = Publication.class)))
  @PostMapping(consumes = STATEMENT)
  ResponseEntity<?> publish(@AuthenticationPrincipal Caller caller, HttpServletRequest request)
      throws IOException {
    byte[] body = PostedBody.read(request.getInputStream(), BODY_BYTES_MAX);
    if (body.length > BODY_BYTES_MAX) {
      return refused(
          List.of(
              Problem.of(
                  ProblemCode.STATEMENT_TOO_LARGE,
                  "The body has more than " + BODY_BYTES_MAX + " bytes.",
                  "Post one statement at a time, and state less in one statement.")));
    }
    String compact = new String(body, StandardCharsets.ISO_8859_1);
    return switch (admission.admit(compact, read -> objections(read, caller))) {
      case AdmissionOutcome.Refused(var problems) -> refused(problems);
      case AdmissionOutcome.Busy(Problem problem, long retryAfterMs) ->
          ProblemDocument.of(List.of(problem)).answerLater(retryAfterMs);
      case AdmissionOutcome.Recorded(Receipt receipt, var findings, boolean isNew) -> {
        Publication publication = publication(receipt, findings);
        yield ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK)
            .location(URI.create("/v1/statements/" + publication.statement()))
            .body(publication);
      }
    };
  }

  /** A statement with the disclosures the caller may see, by all grants recorded before. */
  @Operation(summary = "Read a statement with the disclosures you may see")
  @ApiResponse(
      responseCode = "200",
      description = "The statement and its receipt",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = StatementView.class)))
  @GetMapping("/{id}")
  ResponseEntity<?> statement(
      @AuthenticationPrincipal Caller caller, @PathVariable("id") String id) {
    StatementId statement;
    try {
      statement = StatementId.parse(id);
    } catch (IllegalArgumentException malformed) {
      return refused(
          List.of(
              Problem.of(
                  ProblemCode.REQUEST_INVALID,
                  String.valueOf(malformed.getMessage()),
                  "Ask for /v1/statements/urn:uuid:... as the receipt's answer named it.")));
    }
    Optional<RecordedStatement> found = recorded.find(statement);
    if (found.isEmpty()) {
      return refused(
          List.of(
              Problem.of(
                  ProblemCode.REQUEST_NOT_FOUND,
                  "No statement " + statement.value() + " is on the ledger.",
                  "Check the id.")));
    }
    freshness.awaitHead();
    Optional<Sight> sight = sight(found.get(), caller);
    sight.ifPresent(seen ->
        accesses.record(caller.participant(), "/v1/statements/{id}", List.of(seen), seen.parts()));
    ReadStatement shown =
        isReceivedFor(caller, found.get())
            ? found.get().read()
            : found.get().restrictedTo(parts(found.get(), caller, sight)).read();
    return ResponseEntity.ok(answer(found.get().index(), shown));
  }

  private static List<Problem> objections(ReadStatement read, Caller caller) {
    return read.statement().issuer().equals(caller.participant())
        ? List.of()
        : List.of(
            new Problem(
                ProblemCode.ACCESS_DENIED,
                "/issuer",
                "The statement's issuer is not the participant your client belongs to.",
                "Post with a client of " + read.statement().issuer().value() + "."));
  }

  private static ResponseEntity<ProblemDocument> refused(List<Problem> problems) {
    return ProblemDocument.of(problems).answer();
  }

  private Publication publication(Receipt receipt, List<Finding> findings) {
    long index = receipt.index();
    var entry = ledger.entry(index).orElseThrow();
    return new Publication(
        new StatementId(entry.entry().eventId()).value(),
        index,
        receipt.treeHead().size(),
        receipt.format(),
        findings.stream().map(FindingView::of).toList());
  }

  private StatementView answer(long index, ReadStatement shown) {
    Receipt receipt = ledger.receipt(index).orElseThrow();
    return new StatementView(
        shown.statement().id().value(),
        index,
        shown.statement().type().wireName(),
        shown.statement().issuer().value(),
        shown.signed().jwt(),
        shown.signed().disclosures(),
        shown.complete(),
        receipt.format());
  }

  private static Set<GrantedPart> parts(
      RecordedStatement statement, Caller caller, Optional<Sight> sight) {
    return statement.read().statement().issuer().equals(caller.participant())
        ? EnumSet.allOf(GrantedPart.class)
        : sight.map(Sight::parts).orElse(Set.of());
  }

  /** What came from another host is shown to its receiver, and to nobody else. */
  private static boolean isReceivedFor(Caller caller, RecordedStatement statement) {
    return statement.read().statement().claim()
            instanceof Claim.Received(FootprintReceived(ReceivedFootprint received))
        && received != null
        && received.receivedFor().equals(caller.participant());
  }

  /** How the caller sees a declaration; what else there is conceals nothing from anybody. */
  private Optional<Sight> sight(RecordedStatement statement, Caller caller) {
    return statement.read().statement().claim() instanceof Claim.Declared
        ? visible
            .ofStatements(
                caller.participant(),
                List.of(statement.read().statement().id().uuid()),
                Long.MAX_VALUE)
            .stream()
            .findFirst()
        : Optional.empty();
  }

  /** The answer to a post. */
  record Publication(
      String statement, long index, long treeSize, String receipt, List<FindingView> findings) {}

  /** A statement as a caller may see it. */
  record StatementView(
      String statement,
      long index,
      String type,
      String issuer,
      String jwt,
      List<String> disclosures,
      boolean complete,
      String receipt) {}

  record FindingView(String severity, String code, String pointer, String detail, String remedy) {
    static FindingView of(Finding finding) {
      return new FindingView(
          finding.severity().name().toLowerCase(Locale.ROOT),
          finding.problem().code().code(),
          finding.problem().pointer(),
          finding.problem().detail(),
          finding.problem().remedy());
    }
  }
}
