package io.tanlian.exchange.pact;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tanlian.exchange.Caller;
import io.tanlian.exchange.pact.FootprintReads.Read;
import io.tanlian.exchange.pact.filter.FilterCondition;
import io.tanlian.exchange.pact.filter.FilterParse;
import io.tanlian.exchange.problem.PactError;
import io.tanlian.exchange.sharing.Condition;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /2/footprints} (PACT v2.3 technical specification): the same footprints, translated. What
 * has no form in version 2 is not listed; {@code /v1/footprints/{id}/translation} says why.
 */
@RestController
@Tag(name = "PACT")
final class FootprintV2Controller {

  private static final String LIST = "/2/footprints";
  private static final String ONE = "/2/footprints/{id}";
  private static final String FILTER = "$filter";

  private final FootprintLists lists;
  private final FootprintReads reads;

  FootprintV2Controller(FootprintLists lists, FootprintReads reads) {
    this.lists = lists;
    this.reads = reads;
  }

  /** The footprints whose figures the caller may see, in ledger order. */
  @Operation(
      summary = "List the footprints you may see, as PACT v2.3 (ListFootprints)",
      parameters = {
        @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "More than 1000 counts as 1000",
            schema = @Schema(type = "integer", minimum = "0", defaultValue = "100")),
        @Parameter(
            name = FILTER,
            in = ParameterIn.QUERY,
            description =
                "OData: eq, lt, le, gt, ge, and, any, such as created ge '2026-01-01T00:00:00Z' and"
                    + " productIds/any(id:id eq 'urn:gtin:4712345060507')",
            schema = @Schema(type = "string"))
      })
  @ApiResponse(
      responseCode = "200",
      description = "One page; where more follow, the Link header names the next",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = FootprintList.class)))
  @GetMapping(LIST)
  ResponseEntity<?> list(@AuthenticationPrincipal Caller caller, HttpServletRequest request) {
    PactRefusal unknown = PageQuery.unknownParameters(request, Set.of(FILTER));
    if (unknown != null) {
      return unknown.answer();
    }
    String filter = request.getParameter(FILTER);
    return switch (FilterParse.of(filter == null ? "" : filter)) {
      case FilterParse.Refused(String words) -> PactRefusal.badRequest(words).answer();
      case FilterParse.Parsed(var expression) -> {
        Condition condition = FilterCondition.of(expression);
        yield lists.answer(
            caller,
            request,
            LIST,
            condition,
            body -> Version2.of(body).footprint().map(footprint -> footprint.toJson()));
      }
    };
  }

  /** One footprint by its PACT id. */
  @Operation(summary = "Read one footprint, as PACT v2.3 (GetFootprint)")
  @ApiResponse(
      responseCode = "200",
      description = "The footprint",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = OneFootprint.class)))
  @GetMapping(ONE)
  ResponseEntity<?> footprint(@AuthenticationPrincipal Caller caller, @PathVariable("id") UUID id) {
    return switch (reads.read(
        caller,
        id,
        ONE,
        body -> Version2.of(body).footprint().map(seen -> new OneFootprint(seen.toJson())))) {
      case Read.Shown<Optional<OneFootprint>>(var footprint) when footprint.isPresent() ->
          ResponseEntity.ok(footprint.get());
      case Read.Shown<Optional<OneFootprint>> _ ->
          new PactRefusal(
                  HttpStatus.NOT_FOUND,
                  PactError.NO_SUCH_FOOTPRINT,
                  "This footprint has no form in PACT 2; read it at /3/footprints/" + id)
              .answer();
      case Read.Denied<Optional<OneFootprint>>() -> PactRefusal.accessDenied().answer();
      case Read.Missing<Optional<OneFootprint>>() ->
          PactRefusal.notFound(PactError.NO_SUCH_FOOTPRINT).answer();
    };
  }
}
