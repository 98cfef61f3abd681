package io.tanlian.contracts.energy;

import io.tanlian.contracts.identifier.Urn;
import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import io.tanlian.contracts.material.Period;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where, when and from what certified electricity was generated: what a buyer of a certificate pays
 * for.
 *
 * @param plant the generation plant's name
 * @param period the production period
 */
public record Generation(Urn plant, EnergySource source, Period period) {

  static Generation read(Fields in) {
    return new Generation(
        in.value("plant", Urn::new),
        in.value("source", EnergySource::parse),
        in.object("period", Period::read));
  }

  ObjectNode toJson() {
    return new ObjectWriter()
        .value("plant", plant)
        .value("source", source.wireName())
        .object("period", period.toJson())
        .toJson();
  }
}
