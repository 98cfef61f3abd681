package io.tanlian.contracts.material;

import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import io.tanlian.contracts.unit.DecimalText;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Material with its mass per metal, as a statement brings it onto the ledger.
 *
 * @param lot the owner's own name for it
 * @param mass kilograms, as weighed
 * @param compound the formula of what it mainly consists of, water of crystallisation included;
 *     null for a mixture
 * @param purity mass share of the compound, above 0 and at most 1; 1 where it is not stated
 * @param replacesPrimary whether it is used as primary material is: false for waste, and for what
 *     is still to be recovered from
 * @param contents the materials in it, each by origin
 * @param identities of the batteries it is, if it is batteries
 */
public record Batch(
    String lot,
    ProductId product,
    BigDecimal mass,
    @Nullable String compound,
    BigDecimal purity,
    boolean replacesPrimary,
    List<Content> contents,
    List<IdentityCode> identities) {
  public Batch {
    mass = Masses.checked(mass);
    contents = Masses.checked(contents, mass);
    purity = Masses.checkedPurity(purity, compound);
    identities = List.copyOf(identities);
  }

  /** The use of all of another batch that holds as much. */
  Allocation allocationOf(BatchId source) {
    return new Allocation(source, mass, contents);
  }

  static Batch read(Fields in) {
    BigDecimal purity = in.valueOrNull("purity", DecimalText::parse);
    return new Batch(
        in.text("lot"),
        in.value("product", ProductId::parse),
        in.value("mass", DecimalText::parse),
        in.textOrNull("compound"),
        purity == null ? BigDecimal.ONE : purity,
        Boolean.TRUE.equals(in.flagOrNull("replacesPrimary")),
        in.objects("contents", Content::read),
        in.values("identities", IdentityCode::new));
  }

  ObjectNode toJson() {
    return new ObjectWriter()
        .value("lot", lot)
        .value("product", product)
        .value("mass", DecimalText.of(mass))
        .value("compound", compound)
        .value("purity", compound == null ? null : DecimalText.of(purity))
        .flag("replacesPrimary", replacesPrimary)
        .objects("contents", contents, Content::toJson)
        .listUnlessEmpty("identities", identities)
        .toJson();
  }
}
