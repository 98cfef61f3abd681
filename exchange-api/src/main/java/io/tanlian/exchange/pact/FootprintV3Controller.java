package io.tanlian.exchange.pact;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tanlian.contracts.sharing.GrantedPart;
import io.tanlian.exchange.Caller;
import io.tanlian.exchange.problem.PactError;
import io.tanlian.exchange.readmodel.Freshness;
import io.tanlian.exchange.sharing.Sight;
import io.tanlian.exchange.sharing.VisibleDeclarations;
import io.tanlian.exchange.sharing.VisibleDeclarations.PageRequest;
import io.tanlian.exchange.statement.RecordedStatements;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.node.ObjectNode;

/** {@code /3/footprints} (PACT v3 technical specification, "List footprints", "Get footprint"). */
@RestController
@RequestMapping("/3/footprints")
@Tag(name = "PACT")
final class FootprintController {

  private static final int LIMIT_DEFAULT = 100;
  private static final String SHAPE = "See /schemas/PactProductFootprint/1.json";
  private static final int LIMIT_MAX = 1_000;
  private static final Set<String> PARAMETERS =
      Set.of("limit", "after", "asOf", "productId", "companyId");

  private final VisibleDeclarations visible;
  private final RecordedStatements recorded;
  private final Freshness freshness;

  FootprintController(
      VisibleDeclarations visible, RecordedStatements recorded, Freshness freshness) {
    this.visible = visible;
    this.recorded = recorded;
    this.freshness = freshness;
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
            schema =
                @Schema(type = "integer", minimum = "1", maximum = "1000", defaultValue = "100")),
        @Parameter(
            name = "productId",
            in = ParameterIn.QUERY,
            array = @ArraySchema(schema = @Schema(type = "string"))),
        @Parameter(
            name = "companyId",
            in = ParameterIn.QUERY,
            array = @ArraySchema(schema = @Schema(type = "string")))
      })
  @ApiResponse(
      responseCode = "200",
      description = "One page; where more follow, the Link header names the next",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = FootprintList.class)))
  @GetMapping
  ResponseEntity<?> list(@AuthenticationPrincipal Caller caller, HttpServletRequest request) {
    Set<String> unknown = new TreeSet<>(request.getParameterMap().keySet());
    unknown.removeAll(PARAMETERS);
    if (!unknown.isEmpty()) {
      return error(
          HttpStatus.NOT_IMPLEMENTED,
          PactError.NOT_IMPLEMENTED,
          "This host does not filter by " + String.join(", ", unknown) + " yet.");
    }
    long head = freshness.awaitHead();
    PageRequest page;
    try {
      page =
          new PageRequest(
              number(request, "after", -1, -1, Long.MAX_VALUE),
              number(request, "asOf", head, 0, head),
              (int) number(request, "limit", LIMIT_DEFAULT, 1, LIMIT_MAX),
              values(request, "productId"),
              values(request, "companyId"));
    } catch (IllegalArgumentException malformed) {
      return error(
          HttpStatus.BAD_REQUEST, PactError.BAD_REQUEST, String.valueOf(malformed.getMessage()));
    }
    List<Sight> sights = visible.page(caller.participant(), page.andOne());
    var answer = ResponseEntity.ok();
    if (sights.size() > page.limit()) {
      sights = sights.subList(0, page.limit());
      answer.header(HttpHeaders.LINK, next(page, sights.getLast()));
    }
    return answer.body(new FootprintList(sights.stream().map(this::footprint).toList()));
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
  @GetMapping("/{id}")
  ResponseEntity<?> footprint(@AuthenticationPrincipal Caller caller, @PathVariable("id") UUID id) {
    long head = freshness.awaitHead();
    Optional<Sight> sight =
        visible
            .ofFootprint(caller.participant(), id, head)
            .filter(seen -> seen.parts().contains(GrantedPart.FIGURES));
    if (sight.isPresent()) {
      return ResponseEntity.ok(new OneFootprint(footprint(sight.get())));
    }
    return visible.exists(id)
        ? error(HttpStatus.FORBIDDEN, PactError.ACCESS_DENIED, "Access denied")
        : error(
            HttpStatus.NOT_FOUND, PactError.NOT_FOUND, "The specified footprint does not exist");
  }

  private ObjectNode footprint(Sight sight) {
    ObjectNode body =
        recorded
            .at(sight.index(), Set.of(GrantedPart.FIGURES))
            .read()
            .disclosedClaim()
            .withObject("/productFootprint");
    if (sight.endedAt().isPresent()) {
      body.put("status", "Deprecated");
    }
    return body;
  }

  private static String next(PageRequest page, Sight last) {
    String url =
        ServletUriComponentsBuilder.fromCurrentRequest()
            .replaceQueryParam("after", last.index())
            .replaceQueryParam("asOf", page.treeSize())
            .replaceQueryParam("limit", page.limit())
            .encode()
            .toUriString();
    return "<" + url + ">; rel=\"next\"";
  }

  private static List<String> values(HttpServletRequest request, String name) {
    String[] given = request.getParameterValues(name);
    return given == null ? List.of() : List.of(given);
  }

  private static long number(
      HttpServletRequest request, String name, long absent, long min, long max) {
    String text = request.getParameter(name);
    if (text == null) {
      return absent;
    }
    try {
      long value = Long.parseLong(text);
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      // Said below, with the range.
    }
    throw new IllegalArgumentException(
        name + " must be a number from " + min + " to " + max + ", not " + text);
  }

  private static ResponseEntity<PactError> error(HttpStatus status, String code, String message) {
    return ResponseEntity.status(status).body(new PactError(code, message));
  }

  record FootprintList(
      @ArraySchema(schema = @Schema(implementation = Object.class, description = SHAPE))
          List<ObjectNode> data) {}

  record OneFootprint(
      @Schema(implementation = Object.class, description = SHAPE) ObjectNode data) {}
}
