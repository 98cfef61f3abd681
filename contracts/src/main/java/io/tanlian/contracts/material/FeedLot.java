package io.tanlian.contracts.material;

import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import io.tanlian.contracts.unit.DecimalText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A lot that went into a recovery.
 *
 * @param lot the plant's own name for it
 * @param product what it is: used batteries, production scrap, black mass
 * @param mass kilograms, as weighed
 * @param contents what of it is to be recovered
 * @param batch the batch on the ledger it is taken from; null if it never was on the ledger
 * @param identities of the batteries it is, if it is batteries
 */
public record FeedLot(
    String lot,
    ProductId product,
    BigDecimal mass,
    List<Content> contents,
    @Nullable BatchId batch,
    List<IdentityCode> identities) {
  public FeedLot {
    mass = Masses.checked(mass);
    contents = Masses.checked(contents, mass);
    identities = List.copyOf(identities);
  }

  /** What it takes from a batch; none if it never was on the ledger. */
  public Optional<Allocation> allocation() {
    return Optional.ofNullable(batch).map(from -> new Allocation(from, mass, contents));
  }

  static FeedLot read(Fields in) {
    return new FeedLot(
        in.text("lot"),
        in.value("product", ProductId::parse),
        in.value("mass", DecimalText::parse),
        in.objects("contents", Content::read),
        in.objectOrNull("batch", BatchId::read),
        in.values("identities", IdentityCode::new));
  }

  ObjectNode toJson() {
    return new ObjectWriter()
        .value("lot", lot)
        .value("product", product)
        .value("mass", DecimalText.of(mass))
        .objects("contents", contents, Content::toJson)
        .object("batch", batch == null ? null : batch.toJson())
        .listUnlessEmpty("identities", identities)
        .toJson();
  }
}
