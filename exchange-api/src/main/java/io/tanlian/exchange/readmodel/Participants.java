package io.tanlian.exchange.readmodel;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.participant.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is admitted, in which roles. */
@Component
public final class Participants {

  private static final String HAS_ROLE =
      """
      SELECT EXISTS (SELECT FROM exchange.participant
                     WHERE participant = :participant AND :role = ANY (roles))
      """;

  private final JdbcClient jdbc;

  Participants(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public boolean has(ParticipantId participant, Role role) {
    return jdbc.sql(HAS_ROLE)
        .param("participant", participant.value())
        .param("role", role.wireName())
        .query(Boolean.class)
        .single();
  }
}
