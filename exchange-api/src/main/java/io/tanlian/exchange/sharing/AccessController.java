package io.tanlian.exchange.sharing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.pact.v3.DateTime;
import io.tanlian.contracts.pact.v3.FootprintId;
import io.tanlian.exchange.Caller;
import io.tanlian.exchange.problem.QueryRefused;
import io.tanlian.exchange.sharing.AccessLog.Access;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /v1/accesses}: who was shown the caller's figures. */
@RestController
@Tag(name = "Sharing")
final class AccessController {
  private static final String LIMIT_DEFAULT = "100";
  private static final int LIMIT_MAX = 1_000;

  private final AccessLog log;

  AccessController(AccessLog log) {
    this.log = log;
  }

  /** The accesses to what the caller declared, the newest first. */
  @Operation(
      summary = "List who was shown your figures, the newest first",
      description =
          "Reads by others of what you declared; your own reads are not recorded. Each is on disk"
              + " before its answer was sent.")
  @GetMapping("/v1/accesses")
  AccessList accesses(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(required = false) @Nullable String reader,
      @RequestParam(required = false) @Nullable String statement,
      @RequestParam(required = false) @Nullable String footprint,
      @RequestParam(required = false) @Nullable String since,
      @RequestParam(required = false) @Nullable String until,
      @RequestParam(required = false) @Nullable Long before,
      @RequestParam(defaultValue = LIMIT_DEFAULT) int limit) {
    if (limit < 1 || limit > LIMIT_MAX) {
      throw QueryRefused.invalid(
          "limit must be a number from 1 to " + LIMIT_MAX + ", not " + limit + ".",
          "Ask for fewer, and go on with before.");
    }
    var condition = new Condition.Builder();
    add(condition, "a.reader = %s", "reader", reader, text -> ParticipantId.parse(text).value());
    add(
        condition,
        "a.statement = %s",
        "statement",
        statement,
        text -> StatementId.parse(text).uuid());
    add(
        condition,
        "a.footprint = %s",
        "footprint",
        footprint,
        text -> new FootprintId(text).uuid());
    add(condition, "a.at >= %s", "since", since, AccessController::time);
    add(condition, "a.at < %s", "until", until, AccessController::time);
    List<Access> found =
        log.page(
            caller.participant(),
            before == null ? Long.MAX_VALUE : before,
            limit + 1,
            condition.build());
    return found.size() > limit
        ? new AccessList(found.subList(0, limit), OptionalLong.of(found.get(limit - 1).id()))
        : new AccessList(found, OptionalLong.empty());
  }

  private static <T> void add(
      Condition.Builder condition,
      String term,
      String name,
      @Nullable String text,
      Function<String, T> parse) {
    if (text != null) {
      try {
        condition.and(term, parse.apply(text));
      } catch (IllegalArgumentException malformed) {
        throw QueryRefused.invalid(
            "%s: %s.".formatted(name, malformed.getMessage()),
            "Correct the parameter " + name + ".");
      }
    }
  }

  private static Object time(String text) {
    return new DateTime(text).instant().atOffset(ZoneOffset.UTC);
  }

  /**
   * A page of accesses.
   *
   * @param next value of {@code before} for the next page; absent on the last one
   */
  record AccessList(
      List<Access> accesses,
      @com.fasterxml.jackson.annotation.JsonInclude(
              com.fasterxml.jackson.annotation.JsonInclude.Include.NON_ABSENT)
          OptionalLong next) {}
}
