package io.tanlian.contracts.participant;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** The operator's word that a company takes part, under this name and in these roles. */
public record ParticipantAdmitted(ParticipantId participant, String name, Set<Role> roles) {
  public ParticipantAdmitted {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a participant has a name: write the company's name");
    }
    if (roles.isEmpty()) {
      throw new IllegalArgumentException(
          "a participant has at least one role: supplier, leadFirm, auditor or operator");
    }
    roles = Collections.unmodifiableSet(EnumSet.copyOf(roles));
  }

  public static ParticipantAdmitted read(Fields in) {
    return new ParticipantAdmitted(
        in.value("participant", ParticipantId::parse),
        in.text("name"),
        Set.copyOf(in.values("roles", Role::parse)));
  }

  public ObjectNode toJson() {
    return new ObjectWriter()
        .value("participant", participant)
        .value("name", name)
        .list("roles", roles.stream().map(Role::wireName).toList())
        .toJson();
  }
}
