package io.tanlian.contracts.pact.v3;

import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import io.tanlian.contracts.json.WireName;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Rules for a product or sector that a footprint follows, and who publishes them. */
public record ProductOrSectorSpecificRule(
    Operator operator, List<String> ruleNames, @Nullable String otherOperatorName) {
  public ProductOrSectorSpecificRule {
    ruleNames = List.copyOf(ruleNames);
  }

  /** Reads a rule. */
  public static ProductOrSectorSpecificRule read(Fields in) {
    return new ProductOrSectorSpecificRule(
        in.value("operator", Operator::parse),
        in.values("ruleNames", text -> text),
        in.textOrNull("otherOperatorName"));
  }

  public ObjectNode toJson() {
    return new ObjectWriter()
        .value("operator", operator.wireName())
        .list("ruleNames", ruleNames)
        .value("otherOperatorName", otherOperatorName)
        .toJson();
  }

  /** Who publishes the rules. */
  public enum Operator implements WireName {
    PEF("PEF"),
    EPD_INTERNATIONAL("EPD International"),
    OTHER("Other");

    private final String wireName;

    Operator(String wireName) {
      this.wireName = wireName;
    }

    static Operator parse(String wireName) {
      return WireName.parse(Operator.class, "an operator", wireName);
    }

    @Override
    public String wireName() {
      return wireName;
    }
  }
}
