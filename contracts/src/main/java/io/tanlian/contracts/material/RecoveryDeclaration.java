package io.tanlian.contracts.material;

import io.tanlian.contracts.identifier.Urn;
import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * What went into one stage of recovery at a plant in a year or a campaign, and what came out.
 *
 * @param plant the plant's name, the recycler's own URN
 */
public record RecoveryDeclaration(
    Urn plant,
    RecoveryPeriod period,
    RecoveryStage stage,
    CustodyModel custody,
    List<FeedLot> feed,
    List<RecoveredLot> recovered) {
  public RecoveryDeclaration {
    feed = List.copyOf(feed);
    recovered = List.copyOf(recovered);
    Set<String> lots = new HashSet<>();
    Stream.concat(feed.stream().map(FeedLot::lot), recovered.stream().map(RecoveredLot::lot))
        .filter(lot -> !lots.add(lot))
        .findFirst()
        .ifPresent(twice -> {
          throw new IllegalArgumentException(
              "the lot %s stands twice: give each lot a name of its own".formatted(twice));
        });
  }

  public static RecoveryDeclaration read(Fields in) {
    return new RecoveryDeclaration(
        in.value("plant", Urn::new),
        in.object(
            "period",
            period ->
                new RecoveryPeriod(
                    period.value("first", RecoveryPeriod::day),
                    period.value("last", RecoveryPeriod::day))),
        in.value("stage", RecoveryStage::parse),
        in.value("custody", CustodyModel::parse),
        in.objects("feed", FeedLot::read),
        in.objects("recovered", RecoveredLot::read));
  }

  public ObjectNode toJson() {
    return new ObjectWriter()
        .value("plant", plant)
        .object(
            "period",
            new ObjectWriter().value("first", period.first()).value("last", period.last()).toJson())
        .value("stage", stage.wireName())
        .value("custody", custody.wireName())
        .objects("feed", feed, FeedLot::toJson)
        .objects("recovered", recovered, RecoveredLot::toJson)
        .toJson();
  }
}
