package io.tanlian.exchange.delivery;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.pact.PactVersion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Something to be sent, and what became of it.
 *
 * @param id the event's id, the same at every attempt
 * @param number its place in the order
 * @param connection empty if the recipient removed it
 * @param attempts begun so far, since it was asked for last
 * @param askedAt when it was found to be sent, or asked for again
 * @param lastAnswer how the last attempt ended, in words
 */
public record Delivery(
    UUID id,
    long number,
    ParticipantId recipient,
    ParticipantId owner,
    Optional<UUID> connection,
    DeliveryKind kind,
    Optional<PactVersion> version,
    long position,
    List<UUID> subjects,
    DeliveryState state,
    int attempts,
    Instant askedAt,
    Instant createdAt,
    Instant nextAttemptAt,
    Optional<String> lastAnswer,
    Optional<Instant> endedAt) {
  public Delivery {
    subjects = List.copyOf(subjects);
  }
}
