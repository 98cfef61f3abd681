package io.tanlian.example.battery.chain;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tanlian.contracts.identifier.ParticipantId;

/**
 * A fictional company.
 *
 * @param key its short name in the data file
 * @param code its participant id, a unified social credit code of an office that does not exist
 * @param subdivision where it is, ISO 3166-2
 * @param role the name of its role on the exchange
 */
public record Company(
    String key,
    @JsonProperty("id") String code,
    String name,
    String nameZh,
    String subdivision,
    String role) {

  public ParticipantId id() {
    return ParticipantId.parse(code);
  }
}
