package io.tanlian.exchange.schema;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.problem.ProblemCode;
import io.tanlian.contracts.schema.Schemas;
import io.tanlian.exchange.problem.ProblemDocument;
import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /schemas/<name>/1.json}: the JSON Schemas (2020-12) that admission checks against. */
@RestController
@Tag(name = "Schemas")
final class SchemaController {

  private static final Duration CACHE = Duration.ofDays(1);

  @Operation(summary = "Read a JSON Schema (2020-12) that statements are checked against")
  @ApiResponse(
      responseCode = "200",
      description = "The schema",
      content = @Content(mediaType = "application/schema+json", schema = @Schema(type = "object")))
  @GetMapping(path = "/schemas/{name}/1.json")
  ResponseEntity<?> schema(@PathVariable String name) {
    return Schemas.forType(name)
        .<ResponseEntity<?>>map(text ->
            ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/schema+json"))
                .cacheControl(CacheControl.maxAge(CACHE).cachePublic())
                .body(text))
        .orElseGet(() ->
            ProblemDocument.of(
                    List.of(
                        Problem.of(
                            ProblemCode.REQUEST_NOT_FOUND,
                            "No schema has this name.",
                            "Ask for one of " + String.join(", ", Schemas.types()) + ".")))
                .answer());
  }
}
