package io.tanlian.contracts.material;

import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import io.tanlian.contracts.unit.DecimalText;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * The use of some of a batch, once.
 *
 * @param mass kilograms of the batch
 * @param contents what is used of its materials
 */
public record Allocation(BatchId batch, BigDecimal mass, List<Content> contents) {
  public Allocation {
    mass = Masses.checked(mass);
    contents = Masses.checked(contents, mass);
  }

  public static Allocation read(Fields in) {
    return new Allocation(
        in.object("batch", BatchId::read),
        in.value("mass", DecimalText::parse),
        in.objects("contents", Content::read));
  }

  public ObjectNode toJson() {
    return new ObjectWriter()
        .object("batch", batch.toJson())
        .value("mass", DecimalText.of(mass))
        .objects("contents", contents, Content::toJson)
        .toJson();
  }
}
