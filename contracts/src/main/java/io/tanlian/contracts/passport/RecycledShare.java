package io.tanlian.contracts.passport;

import io.tanlian.contracts.json.ObjectWriter;
import io.tanlian.contracts.unit.DecimalText;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * How much of a metal is recycled, in percent of its mass in {@link RecycledMetal#basis()}; null
 * where nothing was claimed, which is not zero.
 *
 * @param preConsumer from manufacturing waste, run-around scrap not counted
 * @param postConsumer from waste after use
 */
public record RecycledShare(
    RecycledMetal metal, @Nullable BigDecimal preConsumer, @Nullable BigDecimal postConsumer) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public RecycledShare {
    require(preConsumer);
    require(postConsumer);
    if (preConsumer != null
        && postConsumer != null
        && preConsumer.add(postConsumer).compareTo(HUNDRED) > 0) {
      throw new IllegalArgumentException("both shares together are at most 100 %");
    }
  }

  ObjectNode toJson() {
    return new ObjectWriter()
        .value("recycledMaterial", metal.wireName())
        .value("preConsumerShare", preConsumer == null ? null : DecimalText.of(preConsumer))
        .value("postConsumerShare", postConsumer == null ? null : DecimalText.of(postConsumer))
        .value("basis", metal.basis().wireName())
        .toJson();
  }

  private static void require(@Nullable BigDecimal percent) {
    if (percent != null && (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0)) {
      throw new IllegalArgumentException("a share is 0 to 100 %");
    }
  }
}
