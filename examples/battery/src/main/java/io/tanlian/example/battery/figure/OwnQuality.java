package io.tanlian.example.battery.figure;

import io.tanlian.example.battery.chain.Chain;
import io.tanlian.example.battery.chain.Facts;
import io.tanlian.example.battery.chain.Flow;
import io.tanlian.example.battery.chain.Published;
import io.tanlian.example.battery.chain.Ratings;
import io.tanlian.footprint.quality.DataQuality;
import io.tanlian.footprint.quality.DataQualityMean;
import java.util.List;
import java.util.Optional;

/**
 * How good the data of a step itself are: its factors and direct emissions, weighted by their
 * emissions; what its suppliers declare is theirs to rate.
 */
final class OwnQuality {
  private OwnQuality() {}

  static DataQuality of(Facts facts, Chain chain) {
    return switch (facts.making()) {
      case Facts.AsPublished(Published published) -> quality(published.ratings());
      case Facts.Itemised(List<Flow> inputs, List<Flow.OfFactor> direct) -> {
        DataQualityMean mean = DataQualityMean.EMPTY;
        for (Flow flow : inputs) {
          if (flow instanceof Flow.OfFactor input) {
            mean =
                mean.with(
                    input.amount().multiply(input.factor().value()),
                    quality(input.factor().ratings()));
          }
        }
        for (Flow.OfFactor flow : direct) {
          mean =
              mean.with(
                  flow.amount().multiply(flow.factor().value()), quality(chain.directRatings()));
        }
        yield mean.value();
      }
    };
  }

  private static DataQuality quality(Ratings ratings) {
    return new DataQuality(
        Optional.of(ratings.technology()),
        Optional.of(ratings.time()),
        Optional.of(ratings.geography()));
  }
}
