package io.tanlian.contracts.material;

import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * Batches go in, batches and losses come out. Of every material and origin as much comes out as
 * went in, to the gram. Reagents that hold none of the materials are not named.
 *
 * @param batches what comes out; none where all is lost
 * @param losses what is in none of the batches: waste, spill, and what a later weighing found
 *     missing
 */
public record Processing(
    ProcessingUse use,
    Custody custody,
    List<Allocation> allocations,
    List<Batch> batches,
    List<Content> losses) {
  public Processing {
    allocations = List.copyOf(allocations);
    batches = List.copyOf(batches);
    losses = List.copyOf(losses);
    Lots.requireDistinctBatches(allocations);
    Lots.requireDistinct(batches.stream().map(Batch::lot));
    Set<MaterialOrigin> lost = new HashSet<>();
    for (Content loss : losses) {
      if (!lost.add(loss.materialOrigin())) {
        throw new IllegalArgumentException(
            "the loss of %s stands twice: add both masses".formatted(loss.materialOrigin()));
      }
    }
  }

  public static Processing read(Fields in) {
    return new Processing(
        in.value("use", ProcessingUse::parse),
        Custody.read(in),
        in.objects("allocations", Allocation::read),
        in.objects("batches", Batch::read),
        in.objects("losses", Content::read));
  }

  public ObjectNode toJson() {
    return custody
        .write(new ObjectWriter().value("use", use.wireName()))
        .objects("allocations", allocations, Allocation::toJson)
        .objects("batches", batches, Batch::toJson)
        .objectsUnlessEmpty("losses", losses, Content::toJson)
        .toJson();
  }
}
