package io.tanlian.verifier.state;

import io.tanlian.contracts.participant.ParticipantAdmitted;
import io.tanlian.contracts.participant.Role;
import java.util.Set;

/** A participant, and the entry that admitted it. */
public record Admission(long index, ParticipantAdmitted participant) {
  public Set<Role> roles() {
    return participant.roles();
  }
}
