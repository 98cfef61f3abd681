package io.tanlian.contracts.material;

import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import tools.jackson.databind.node.ObjectNode;

/**
 * The buyer accepts what a {@link Transfer} offered, whole: it becomes a batch of the buyer's.
 *
 * @param source what was offered
 * @param custody how the buyer keeps it; credits enter the buyer's account
 * @param batch what was received: mass and contents are those offered
 */
public record TransferAcceptance(BatchId source, Custody custody, Batch batch) {

  public static TransferAcceptance read(Fields in) {
    return new TransferAcceptance(
        in.object("source", BatchId::read), Custody.read(in), in.object("batch", Batch::read));
  }

  public ObjectNode toJson() {
    return custody
        .write(new ObjectWriter().object("source", source.toJson()))
        .object("batch", batch.toJson())
        .toJson();
  }

  public Allocation allocation() {
    return batch.allocationOf(source);
  }
}
