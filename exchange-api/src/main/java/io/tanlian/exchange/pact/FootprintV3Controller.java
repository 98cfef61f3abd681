package io.tanlian.exchange.pact;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tanlian.contracts.pact.v3.FootprintCriteria;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.exchange.Caller;
import io.tanlian.exchange.pact.FootprintReads.Read;
import io.tanlian.exchange.problem.PactError;
import io.tanlian.exchange.sharing.CriteriaCondition;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code /3/footprints} (PACT v3 technical specification, "List footprints", "Get footprint"). */
@RestController
@Tag(name = "PACT")
final class FootprintV3Controller {

  private static final String LIST = "/3/footprints";
  private static final String ONE = "/3/footprints/{id}";

  private final FootprintLists lists;
  private final FootprintReads reads;

  FootprintV3Controller(FootprintLists lists, FootprintReads reads) {
    this.lists = lists;
    this.reads = reads;
  }

  /**
   * The footprints whose figures the caller may see, in ledger order. The link to the next page
   * holds the tree size, so pages stay the same while the ledger grows.
   */
  @Operation(
      summary = "List the footprints you may see (PACT v3 ListFootprints)",
      parameters = {
        @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "More than 1000 counts as 1000",
            schema = @Schema(type = "integer", minimum = "0", defaultValue = "100")),
        @Parameter(
            name = "productId",
            in = ParameterIn.QUERY,
            array = @ArraySchema(schema = @Schema(type = "string"))),
        @Parameter(
            name = "companyId",
            in = ParameterIn.QUERY,
            array = @ArraySchema(schema = @Schema(type = "string"))),
        @Parameter(
            name = "geography",
            in = ParameterIn.QUERY,
            description = "A region, country or subdivision; what lies within it matches too",
            array = @ArraySchema(schema = @Schema(type = "string"))),
        @Parameter(
            name = "classification",
            in = ParameterIn.QUERY,
            array = @ArraySchema(schema = @Schema(type = "string"))),
        @Parameter(
            name = "validOn",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "string", format = "date-time")),
        @Parameter(
            name = "validAfter",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "string", format = "date-time")),
        @Parameter(
            name = "validBefore",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "string", format = "date-time")),
        @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            schema =
                @Schema(
                    type = "string",
                    allowableValues = {"Active", "Deprecated"}))
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
    PactRefusal unknown = PageQuery.unknownParameters(request, FootprintCriteria.parameterNames());
    if (unknown != null) {
      return unknown.answer();
    }
    return switch (FootprintCriteria.ofParameters(parameters(request))) {
      case Outcome.Refused<FootprintCriteria>(var problems) ->
          PactRefusal.badRequest(problems.getFirst().detail()).answer();
      case Outcome.Accepted<FootprintCriteria>(FootprintCriteria criteria) ->
          lists.answer(caller, request, LIST, CriteriaCondition.of(criteria), Optional::of);
    };
  }

  /** One footprint by its PACT id: 403 for another's without a grant, as PACT asks. */
  @Operation(summary = "Read one footprint (PACT v3 GetFootprint)")
  @ApiResponse(
      responseCode = "200",
      description = "The footprint",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = OneFootprint.class)))
  @GetMapping(ONE)
  ResponseEntity<?> footprint(@AuthenticationPrincipal Caller caller, @PathVariable("id") UUID id) {
    return switch (reads.read(caller, id, ONE, body -> Optional.of(new OneFootprint(body)))) {
      case Read.Shown<Optional<OneFootprint>>(var footprint) ->
          ResponseEntity.ok(footprint.orElseThrow());
      case Read.Denied<Optional<OneFootprint>>() -> PactRefusal.accessDenied().answer();
      case Read.Missing<Optional<OneFootprint>>() ->
          PactRefusal.notFound(PactError.NOT_FOUND).answer();
    };
  }

  private static Map<String, List<String>> parameters(HttpServletRequest request) {
    return request.getParameterMap().entrySet().stream()
        .collect(
            Collectors.toMap(Map.Entry::getKey, parameter -> Arrays.asList(parameter.getValue())));
  }
}
