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
 * A lot that came out of a recovery.
 *
 * @param lot the plant's own name for it
 * @param mass kilograms, as weighed
 * @param compound the formula of what it mainly consists of, water of crystallisation included;
 *     null for a mixture such as electrode powder
 * @param purity mass share of the compound, above 0 and at most 1; 1 where it is not stated
 * @param replacesPrimary whether it is used instead of primary material: only then does it count as
 *     recovered
 * @param contents the materials in it
 */
public record RecoveredLot(
    String lot,
    ProductId product,
    BigDecimal mass,
    @Nullable String compound,
    BigDecimal purity,
    boolean replacesPrimary,
    List<Content> contents) {
  public RecoveredLot {
    mass = Masses.checked(mass);
    contents = Masses.checked(contents, mass);
    if (purity.signum() <= 0 || purity.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("purity is a mass share above 0 and at most 1, 0.995");
    }
    if (compound == null && purity.compareTo(BigDecimal.ONE) != 0) {
      throw new IllegalArgumentException("purity is that of a compound: name the compound");
    }
  }

  static RecoveredLot read(Fields in) {
    BigDecimal purity = in.valueOrNull("purity", DecimalText::parse);
    Boolean replacesPrimary = in.flagOrNull("replacesPrimary");
    return new RecoveredLot(
        in.text("lot"),
        in.value("product", ProductId::parse),
        in.value("mass", DecimalText::parse),
        in.textOrNull("compound"),
        purity == null ? BigDecimal.ONE : purity,
        Boolean.TRUE.equals(replacesPrimary),
        in.objects("contents", Content::read));
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
        .toJson();
  }
}
