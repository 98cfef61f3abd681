package io.tanlian.contracts.pact.v3;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules for a product or sector that a footprint follows, and who publishes them. */
public record ProductOrSectorSpecificRule(
    Operator operator, List<String> ruleNames, @Nullable String otherOperatorName) {
  public ProductOrSectorSpecificRule {
    ruleNames = List.copyOf(ruleNames);
  }

  /** Who publishes the rules. */
  public enum Operator {
    PEF("PEF"),
    EPD_INTERNATIONAL("EPD International"),
    OTHER("Other");

    private final String wireName;

    Operator(String wireName) {
      this.wireName = wireName;
    }

    static Operator parse(String wireName) {
      for (Operator operator : values()) {
        if (operator.wireName.equals(wireName)) {
          return operator;
        }
      }
      throw new IllegalArgumentException("an operator is PEF, EPD International or Other");
    }

    public String wireName() {
      return wireName;
    }
  }
}
