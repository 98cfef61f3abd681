package io.tanlian.exchange.pact;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tanlian.contracts.pact.translation.Loss;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.problem.ProblemCode;
import io.tanlian.exchange.Caller;
import io.tanlian.exchange.pact.FootprintReads.Read;
import io.tanlian.exchange.problem.ProblemDocument;
import io.tanlian.exchange.problem.QueryRefused;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code GET /v1/footprints/{id}/translation}: a footprint in another version of PACT, with what
 * the translation lost or assumed, for which PACT's own bodies have no place.
 */
@RestController
@Tag(name = "PACT")
final class TranslationController {
  private static final String PATH = "/v1/footprints/{id}/translation";
  private static final String VERSION = "2.3";

  private final FootprintReads reads;

  TranslationController(FootprintReads reads) {
    this.reads = reads;
  }

  /** A footprint in another version, and how it got there. */
  @Operation(summary = "Read what a footprint loses on its way to another version of PACT")
  @io.swagger.v3.oas.annotations.responses.ApiResponse(
      responseCode = "200",
      description = "The translated footprint, and every loss and assumption",
      content =
          @io.swagger.v3.oas.annotations.media.Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = TranslationView.class)))
  @GetMapping(PATH)
  ResponseEntity<?> translation(
      @AuthenticationPrincipal Caller caller,
      @PathVariable("id") UUID id,
      @RequestParam(defaultValue = VERSION) String to) {
    if (!to.equals(VERSION)) {
      throw QueryRefused.invalid(
          "There is no translation to version " + to + ".", "Ask for to=" + VERSION + ".");
    }
    return switch (reads.read(caller, id, PATH, body -> Optional.of(Version2.of(body)))) {
      case Read.Shown<Optional<Version2>>(var read) -> answer(read.orElseThrow());
      case Read.Denied<Optional<Version2>>() ->
          refused(
              Problem.of(
                  ProblemCode.ACCESS_DENIED,
                  "You may not see the figures of this footprint.",
                  "Ask its owner for a grant."));
      case Read.Missing<Optional<Version2>>() ->
          refused(
              Problem.of(
                  ProblemCode.REQUEST_NOT_FOUND,
                  "Nobody declared a footprint of this id.",
                  "Check the id."));
    };
  }

  private static ResponseEntity<?> answer(Version2 translated) {
    return translated
        .footprint()
        .<ResponseEntity<?>>map(footprint ->
            ResponseEntity.ok(
                new TranslationView(
                    VERSION,
                    footprint.toJson(),
                    translated.losses().stream().map(Loss::toJson).toList())))
        .orElseGet(() -> ProblemDocument.of(translated.problems()).answer());
  }

  private static ResponseEntity<ProblemDocument> refused(Problem problem) {
    return ProblemDocument.of(List.of(problem)).answer();
  }

  /** A translated footprint. */
  record TranslationView(
      String version,
      @Schema(
              implementation = Object.class,
              description = "See /schemas/PactProductFootprintV2/1.json")
          ObjectNode footprint,
      @ArraySchema(
              schema =
                  @Schema(
                      implementation = Object.class,
                      description = "kind (dropped, assumed, changed), from, to, words"))
          List<ObjectNode> losses) {}
}
