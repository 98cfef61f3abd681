package io.tanlian.exchange.delivery;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.participant.Role;
import io.tanlian.exchange.Caller;
import io.tanlian.exchange.problem.QueryRefused;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v1/deliveries}: what was sent to whom, and what became of it. */
@RestController
@RequestMapping(path = "/v1/deliveries", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Deliveries")
final class DeliveryController {
  private static final int LIMIT_MAX = 1_000;

  private final Deliveries deliveries;
  private final InstantSource clock;

  DeliveryController(Deliveries deliveries, InstantSource clock) {
    this.deliveries = deliveries;
    this.clock = clock;
  }

  @Operation(
      summary = "List deliveries to you, and of what is yours, the newest first",
      description = "state is pending, delivered, withdrawn or dead. The operator sees all.")
  @GetMapping
  DeliveryView.Page list(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(defaultValue = "9223372036854775807") long before,
      @RequestParam(defaultValue = "100") int limit) {
    if (limit < 1 || limit > LIMIT_MAX) {
      throw QueryRefused.invalid(
          "limit is a number from 1 to " + LIMIT_MAX + ".", "Correct the parameter limit.");
    }
    Optional<DeliveryState> wanted = Optional.ofNullable(state).map(DeliveryController::state);
    List<Delivery> found = deliveries.page(whoseAreShown(caller), wanted, before, limit + 1);
    List<Delivery> page = found.subList(0, Math.min(limit, found.size()));
    return new DeliveryView.Page(
        page.stream().map(DeliveryView::of).toList(),
        found.size() > limit
            ? Optional.of(
                "/v1/deliveries?limit=%d&before=%d%s"
                    .formatted(
                        limit,
                        page.getLast().number(),
                        wanted.map(only -> "&state=" + only.wireName()).orElse("")))
            : Optional.empty());
  }

  /** The event keeps its id, so that a host which has it already can tell. */
  @Operation(
      summary = "Send a delivery again, now",
      description = "For the operator, the recipient, and the owner of what it is about.")
  @PostMapping("/{id}/redelivery")
  DeliveryView again(@AuthenticationPrincipal Caller caller, @PathVariable("id") UUID id) {
    Delivery found =
        deliveries
            .find(id)
            .filter(delivery ->
                whoseAreShown(caller)
                    .map(own -> delivery.recipient().equals(own) || delivery.owner().equals(own))
                    .orElse(true))
            .orElseThrow(() ->
                QueryRefused.notFound(
                    "You have no delivery " + id + ".", "See /v1/deliveries for those you have."));
    if (!deliveries.again(id, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
      throw QueryRefused.invalid(
          "The recipient removed the connection of this delivery.",
          "Nothing can be sent there; new deliveries go to the connections there are.");
    }
    return DeliveryView.of(deliveries.find(id).orElse(found));
  }

  private static Optional<ParticipantId> whoseAreShown(Caller caller) {
    return caller.role() == Role.OPERATOR ? Optional.empty() : Optional.of(caller.participant());
  }

  private static DeliveryState state(String name) {
    try {
      return DeliveryState.parse(name);
    } catch (IllegalArgumentException unknown) {
      throw QueryRefused.invalid(unknown.getMessage() + ".", "Correct the parameter state.");
    }
  }
}
