package io.tanlian.contracts.rulepack;

import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import tools.jackson.databind.node.ObjectNode;

/**
 * The operator puts a version of a rule pack on the ledger: from then on everybody can check that
 * it is the one a result names.
 */
public record RulePackPublished(RulePack pack) {
  public static RulePackPublished read(Fields in) {
    return new RulePackPublished(in.object("pack", RulePack::read));
  }

  public ObjectNode toJson() {
    return new ObjectWriter().object("pack", pack.toJson()).toJson();
  }
}
