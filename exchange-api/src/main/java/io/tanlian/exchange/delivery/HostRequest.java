package io.tanlian.exchange.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a participant asks another host for.
 *
 * @param id of the event that asks, and of its delivery
 * @param number of the delivery; a later request has a higher one
 * @param criteria the data of a RequestCreatedEvent, in the words of PACT v3
 * @param delivery how far the event came
 * @param lastAnswer what the host said to the event itself, in words
 * @param answer empty while the host has not answered the request
 */
public record HostRequest(
    UUID id,
    long number,
    ObjectNode criteria,
    Instant askedAt,
    DeliveryState delivery,
    Optional<String> lastAnswer,
    Optional<Answer> answer) {

  /** How the host answered, in words for people. */
  public record Answer(boolean fulfilled, String words, Instant at) {}
}
