package io.tanlian.exchange.delivery;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.pact.PactVersion;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Something to be sent.
 *
 * @param id the event's id; the same whoever finds that it is to be sent, so that it is sent once
 * @param owner whose statements it is about
 * @param version of the event; empty for the newest the host speaks
 * @param position the ledger entry it follows from, or {@link #NO_POSITION}
 * @param subjects the statements it is about
 */
public record NewDelivery(
    UUID id,
    ParticipantId recipient,
    ParticipantId owner,
    UUID connection,
    DeliveryKind kind,
    Optional<PactVersion> version,
    long position,
    List<UUID> subjects) {
  /** Of what follows from no ledger entry. */
  static final long NO_POSITION = -1;

  public NewDelivery {
    subjects = List.copyOf(subjects);
  }

  /** The id that follows from what makes this delivery another than all others. */
  public static UUID idOf(DeliveryKind kind, UUID connection, String... about) {
    String[] texts = new String[about.length + 3];
    texts[0] = "delivery";
    texts[1] = kind.wireName();
    texts[2] = connection.toString();
    System.arraycopy(about, 0, texts, 3, about.length);
    return StatementId.derivedFrom(texts).uuid();
  }
}
