package io.tanlian.contracts.passport;

import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.schema.Schemas;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a manufacturer says of a battery that is not on the ledger. No receipt proves it. */
public record PassportFacts(BatteryIdentity identity, FootprintFacts footprint) {
  /** The name of its schema. */
  public static final String SCHEMA = "PassportFacts";

  public static final PassportFacts NONE =
      new PassportFacts(BatteryIdentity.UNKNOWN, FootprintFacts.NONE);

  /** Reads facts; all violations of their schema are reported together. */
  public static Outcome<PassportFacts> parse(JsonNode json) {
    List<Problem> problems = Schemas.validate(SCHEMA, json);
    return problems.isEmpty()
        ? Fields.read(
            json, in -> new PassportFacts(BatteryIdentity.read(in), FootprintFacts.read(in)))
        : Outcome.refused(problems);
  }
}
