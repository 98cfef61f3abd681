package io.tanlian.verifier.rules;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.ReadStatement;
import io.tanlian.contracts.statement.Statement;
import io.tanlian.verifier.state.LedgerState;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A statement to judge, and all that may be known about it. */
record Case(ReadStatement read, LedgerState state, Context context) {
  static final String SUBJECT = "/credentialSubject";
  static final String FOOTPRINT = SUBJECT + "/productFootprint";
  static final String PCF = FOOTPRINT + "/pcf";
  static final String INPUTS = SUBJECT + "/inputs";

  Statement statement() {
    return read.statement();
  }

  ParticipantId issuer() {
    return statement().issuer();
  }

  Claim claim() {
    return statement().claim();
  }

  /** The day on which the exchange took the statement, in UTC. */
  LocalDate today() {
    return context.entryTime().atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** Indexes 0 and 1 bring the operator and its key, and have their own rules. */
  boolean isGenesis() {
    return context.index() <= GenesisRule.KEY_INDEX;
  }
}
