package io.tanlian.contracts.cbam;

import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import io.tanlian.contracts.unit.DecimalText;
import java.math.BigDecimal;
import tools.jackson.databind.node.ObjectNode;

/** Where an installation's main emission source is, in degrees (annex IV, 1, item 1(g)). */
public record Coordinates(BigDecimal latitude, BigDecimal longitude) {
  private static final BigDecimal LATITUDE_MAX = BigDecimal.valueOf(90);
  private static final BigDecimal LONGITUDE_MAX = BigDecimal.valueOf(180);

  public Coordinates {
    if (latitude.abs().compareTo(LATITUDE_MAX) > 0) {
      throw new IllegalArgumentException("a latitude is -90 to 90 degrees");
    }
    if (longitude.abs().compareTo(LONGITUDE_MAX) > 0) {
      throw new IllegalArgumentException("a longitude is -180 to 180 degrees");
    }
  }

  static Coordinates read(Fields in) {
    return new Coordinates(
        in.value("latitude", DecimalText::parse), in.value("longitude", DecimalText::parse));
  }

  ObjectNode toJson() {
    return new ObjectWriter()
        .value("latitude", DecimalText.of(latitude))
        .value("longitude", DecimalText.of(longitude))
        .toJson();
  }
}
