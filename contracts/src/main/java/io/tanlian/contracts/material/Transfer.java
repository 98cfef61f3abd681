package io.tanlian.contracts.material;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import tools.jackson.databind.node.ObjectNode;

/**
 * A seller offers some of a batch to a buyer. From then on nobody else can use it; it is the
 * buyer's once the buyer accepts ({@link TransferAcceptance}), and the seller's again if the seller
 * corrects the transfer before.
 *
 * @param source what it is taken from
 * @param custody under which it is handed over; credits leave the seller's account
 * @param batch what is handed over
 */
public record Transfer(ParticipantId buyer, BatchId source, Custody custody, Batch batch) {

  public static Transfer read(Fields in) {
    return new Transfer(
        in.value("buyer", ParticipantId::parse),
        in.object("source", BatchId::read),
        Custody.read(in),
        in.object("batch", Batch::read));
  }

  public ObjectNode toJson() {
    return custody
        .write(new ObjectWriter().value("buyer", buyer).object("source", source.toJson()))
        .object("batch", batch.toJson())
        .toJson();
  }

  public Allocation allocation() {
    return batch.allocationOf(source);
  }
}
