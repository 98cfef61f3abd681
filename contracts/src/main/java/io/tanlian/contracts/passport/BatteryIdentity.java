package io.tanlian.contracts.passport;

import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import io.tanlian.contracts.unit.DecimalText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Which battery it is, as its manufacturer says; null where it was not said.
 *
 * @param passportIdentifier DIN DKE SPEC 99100, 6.1.2.1
 * @param modelIdentifier 6.1.3.3; {@code batteryModelIdentifier} is our name, the Battery Pass data
 *     model 1.2.0 has none
 * @param manufacturerIdentifier 6.1.2.4; in the data model it stands inside {@code
 *     manufacturerInformation}
 * @param manufacturingPlace 6.1.3.1
 * @param manufacturingDate month of manufacture, 6.1.3.2
 * @param category 6.1.3.5
 * @param massKg of the whole battery, kilograms, 6.1.3.6
 */
public record BatteryIdentity(
    @Nullable String passportIdentifier,
    @Nullable String modelIdentifier,
    @Nullable String manufacturerIdentifier,
    @Nullable String manufacturingPlace,
    @Nullable YearMonth manufacturingDate,
    @Nullable BatteryCategory category,
    @Nullable BigDecimal massKg) {

  /** Nothing is known but the product. */
  public static final BatteryIdentity UNKNOWN =
      new BatteryIdentity(null, null, null, null, null, null, null);

  static BatteryIdentity read(Fields in) {
    return new BatteryIdentity(
        in.textOrNull("batteryPassportIdentifier"),
        in.textOrNull("batteryModelIdentifier"),
        in.textOrNull("manufacturerIdentifier"),
        in.textOrNull("manufacturingPlace"),
        in.valueOrNull("manufacturingDate", BatteryIdentity::month),
        in.valueOrNull("batteryCategory", BatteryCategory::parse),
        in.valueOrNull("batteryMass", DecimalText::parse));
  }

  ObjectWriter write(ObjectWriter out) {
    return out.value("batteryPassportIdentifier", passportIdentifier)
        .value("batteryModelIdentifier", modelIdentifier)
        .value("manufacturerIdentifier", manufacturerIdentifier)
        .value("manufacturingPlace", manufacturingPlace)
        .value("manufacturingDate", manufacturingDate)
        .value("batteryCategory", category == null ? null : category.wireName())
        .value("batteryMass", massKg == null ? null : DecimalText.of(massKg));
  }

  private static YearMonth month(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("a month is written 2031-09", e);
    }
  }
}
