package io.tanlian.contracts.energy;

import io.tanlian.contracts.unit.DecimalText;
import java.math.BigDecimal;

/**
 * An amount of electrical energy, in whole watt hours, so that sums are exact.
 *
 * @param kilowattHours above zero, at most three decimals
 */
public record Electricity(BigDecimal kilowattHours) {
  private static final int SCALE_MAX = 3;

  /** A thousand terawatt hours: sums of many amounts still fit into 64 bits of watt hours. */
  private static final BigDecimal MAX = new BigDecimal("1000000000000");

  public Electricity {
    if (kilowattHours.signum() <= 0) {
      throw new IllegalArgumentException("an amount of electricity is above zero, in kWh");
    }
    if (kilowattHours.stripTrailingZeros().scale() > SCALE_MAX) {
      throw new IllegalArgumentException(
          "electricity is given in kWh to the watt hour: three decimals, not "
              + kilowattHours.toPlainString());
    }
    if (kilowattHours.compareTo(MAX) > 0) {
      throw new IllegalArgumentException("electricity is at most 1000000000000 kWh");
    }
    kilowattHours = DecimalText.plain(kilowattHours);
  }

  /** Reads kilowatt hours. */
  public static Electricity parse(String kilowattHours) {
    return new Electricity(DecimalText.parse(kilowattHours));
  }

  public long wattHours() {
    return kilowattHours.movePointRight(SCALE_MAX).longValueExact();
  }

  /** Kilowatt hours, as they are written. */
  public static String kilowattHours(long wattHours) {
    return BigDecimal.valueOf(wattHours, SCALE_MAX).stripTrailingZeros().toPlainString();
  }

  /** Kilowatt hours, as they were written. */
  @Override
  public String toString() {
    return kilowattHours.toPlainString();
  }
}
