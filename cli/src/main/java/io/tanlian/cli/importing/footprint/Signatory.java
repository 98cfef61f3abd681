package io.tanlian.cli.importing.footprint;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.key.SigningKey;

/**
 * Who declares, and to which log.
 *
 * @param origin the log's name
 */
record Signatory(ParticipantId issuer, String origin, SigningKey key) {}
