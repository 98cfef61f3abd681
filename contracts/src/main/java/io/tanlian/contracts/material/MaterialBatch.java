package io.tanlian.contracts.material;

import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A batch begins: from lots of recoveries, as collected waste, or as primary material.
 *
 * @param allocations the lots or batches it is made of; some exactly if it is recovered
 */
public record MaterialBatch(
    BatchSource source, Custody custody, Batch batch, List<Allocation> allocations) {
  public MaterialBatch {
    allocations = List.copyOf(allocations);
    Lots.requireDistinctBatches(allocations);
    if ((source == BatchSource.RECOVERED) == allocations.isEmpty()) {
      throw new IllegalArgumentException(
          source == BatchSource.RECOVERED
              ? "a recovered batch is made of lots of recoveries: name them in allocations"
              : "only a recovered batch is made of earlier lots: leave allocations out");
    }
    if (source != BatchSource.RECOVERED
        && batch.replacesPrimary() != (source == BatchSource.PRIMARY)) {
      throw new IllegalArgumentException(
          source == BatchSource.PRIMARY
              ? "primary material is used as it is: replacesPrimary is true"
              : "collected waste is to be recovered first: replacesPrimary is false");
    }
    boolean recycled = source != BatchSource.PRIMARY;
    for (Content content : batch.contents()) {
      if (content.origin().isRecycled() != recycled) {
        throw new IllegalArgumentException(
            "a %s batch holds no %s".formatted(source.wireName(), content.materialOrigin()));
      }
    }
  }

  public static MaterialBatch read(Fields in) {
    return new MaterialBatch(
        in.value("source", BatchSource::parse),
        Custody.read(in),
        in.object("batch", Batch::read),
        in.objects("allocations", Allocation::read));
  }

  public ObjectNode toJson() {
    return custody
        .write(new ObjectWriter().value("source", source.wireName()))
        .object("batch", batch.toJson())
        .objectsUnlessEmpty("allocations", allocations, Allocation::toJson)
        .toJson();
  }
}
