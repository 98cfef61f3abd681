package io.tanlian.example.battery.demo;

import io.tanlian.cli.exchange.ExchangeClient;
import io.tanlian.cli.exchange.Reply;
import io.tanlian.example.battery.chain.Product;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/**
 * The service's roll-up of a pack, per kWh of its capacity.
 *
 * @param perKWh kgCO2e per kWh, excluding biogenic uptake
 * @param largest the three activities that add most
 * @param pins how many statements it was computed from
 * @param missing how many inputs have no figure
 */
public record PackFootprint(
    Product pack, BigDecimal perKWh, List<Contribution> largest, int pins, int missing) {

  private static final BigDecimal CAPACITY_KWH = BigDecimal.valueOf(80);
  private static final int LARGEST = 3;

  /** What one activity itself adds, in kgCO2e per kWh and in percent of the total. */
  public record Contribution(String product, BigDecimal perKWh, BigDecimal sharePercent) {}

  /** Asks the service. */
  public static PackFootprint of(Product pack, ExchangeClient client) throws IOException {
    return switch (client.footprint(pack.id(), OptionalLong.empty())) {
      case Reply.Received<JsonNode>(JsonNode answer) -> read(pack, answer);
      case Reply.Refused<JsonNode>(var refusal) -> throw new IOException(refusal.detail());
      case Reply.Failed<JsonNode>(String why) -> throw new IOException(why);
    };
  }

  private static PackFootprint read(Product pack, JsonNode answer) {
    List<Contribution> largest = new ArrayList<>();
    for (JsonNode one : answer.path("contributions")) {
      if (largest.size() < LARGEST) {
        largest.add(
            new Contribution(
                one.path("product").stringValue(),
                perKWh(one.path("total")),
                new BigDecimal(one.path("sharePercent").stringValue())));
      }
    }
    return new PackFootprint(
        pack,
        perKWh(answer.path("perUnit").path("pcfExcludingBiogenicUptake")),
        largest,
        answer.path("pins").size(),
        answer.path("missing").size());
  }

  private static BigDecimal perKWh(JsonNode perPack) {
    return new BigDecimal(perPack.stringValue()).divide(CAPACITY_KWH, MathContext.DECIMAL64);
  }
}
