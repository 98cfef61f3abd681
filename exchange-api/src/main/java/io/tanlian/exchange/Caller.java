package io.tanlian.exchange;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.participant.Role;

/** On whose behalf a request is made, and in which of its roles. */
public record Caller(ParticipantId participant, Role role) {}
