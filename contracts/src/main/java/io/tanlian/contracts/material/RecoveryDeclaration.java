package io.tanlian.contracts.material;

import io.tanlian.contracts.identifier.Urn;
import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * What went into one stage of recovery at a plant in a year or a campaign, and what came out.
 *
 * @param plant the plant's name, the recycler's own URN
 */
public record RecoveryDeclaration(
    Urn plant,
    Period period,
    RecoveryStage stage,
    CustodyModel custody,
    List<FeedLot> feed,
    List<Batch> recovered) {
  public RecoveryDeclaration {
    feed = List.copyOf(feed);
    recovered = List.copyOf(recovered);
    Lots.requireDistinct(
        Stream.concat(feed.stream().map(FeedLot::lot), recovered.stream().map(Batch::lot)));
    Lots.requireDistinctBatches(feed.stream().flatMap(lot -> lot.allocation().stream()).toList());
    Stream.concat(feed.stream().map(FeedLot::contents), recovered.stream().map(Batch::contents))
        .flatMap(List::stream)
        .filter(content -> !content.origin().isRecycled())
        .findFirst()
        .ifPresent(content -> {
          throw new IllegalArgumentException(
              "%s kg of %s are primary: only waste is recovered, preConsumer or postConsumer"
                  .formatted(content.mass().toPlainString(), content.material()));
        });
    lots(custody, plant, period);
  }

  /** How the lots are kept: their credits stand in the plant's account for the period. */
  public Custody lots() {
    return lots(custody, plant, period);
  }

  private static Custody lots(CustodyModel custody, Urn plant, Period period) {
    return new Custody(custody, custody.usesCredits() ? new Account(plant, period) : null);
  }

  public static RecoveryDeclaration read(Fields in) {
    return new RecoveryDeclaration(
        in.value("plant", Urn::new),
        in.object("period", Period::read),
        in.value("stage", RecoveryStage::parse),
        in.value("custody", CustodyModel::parse),
        in.objects("feed", FeedLot::read),
        in.objects("recovered", Batch::read));
  }

  public ObjectNode toJson() {
    return new ObjectWriter()
        .value("plant", plant)
        .object("period", period.toJson())
        .value("stage", stage.wireName())
        .value("custody", custody.wireName())
        .objects("feed", feed, FeedLot::toJson)
        .objects("recovered", recovered, Batch::toJson)
        .toJson();
  }
}
