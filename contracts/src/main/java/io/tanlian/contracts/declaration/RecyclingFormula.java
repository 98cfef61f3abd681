package io.tanlian.contracts.declaration;

import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import io.tanlian.contracts.material.RecyclingMethod;
import io.tanlian.contracts.unit.DecimalText;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** How a recycled input counts, with what its method needs besides the share. */
public sealed interface RecyclingFormula {

  RecyclingMethod method();

  /** (1 - R1) Ev + R1 Erecycled. */
  record CutOff() implements RecyclingFormula {
    @Override
    public RecyclingMethod method() {
      return RecyclingMethod.CUT_OFF;
    }
  }

  /**
   * The material part of the Circular Footprint Formula (Commission Recommendation (EU) 2021/2279,
   * annex I, 4.4.8): (1 - R1) Ev + R1 (A Erecycled + (1 - A) Ev Qsin/Qp) + (1 - A) R2
   * (ErecyclingEoL - E*v Qsout/Qp).
   *
   * @param a allocation factor of burdens and credits (A), 0 to 1: the part that the taker of
   *     recycled material bears
   * @param quality of the recycled material that goes in, as a ratio to that of primary material
   *     (Qsin/Qp), above 0 and at most 1
   * @param endOfLife the last term; null leaves it out, as where a footprint ends at the gate
   */
  record Circular(BigDecimal a, BigDecimal quality, @Nullable EndOfLife endOfLife)
      implements RecyclingFormula {
    public Circular {
      a = Share.checked("a (A)", a);
      quality = Share.aboveZero("quality (Qsin/Qp)", quality);
    }

    @Override
    public RecyclingMethod method() {
      return RecyclingMethod.CFF;
    }

    private static Circular read(Fields in) {
      return new Circular(
          in.value("a", DecimalText::parse),
          in.value("quality", DecimalText::parse),
          in.objectOrNull("endOfLife", EndOfLife::read));
    }

    ObjectNode toJson() {
      return new ObjectWriter()
          .value("a", DecimalText.of(a))
          .value("quality", DecimalText.of(quality))
          .object("endOfLife", endOfLife == null ? null : endOfLife.toJson())
          .toJson();
    }
  }

  /** The formula of a method, from the fields of a recycled input. */
  static RecyclingFormula read(RecyclingMethod method, Fields in) {
    return switch (method) {
      case CUT_OFF -> {
        if (in.has("circular")) {
          throw new IllegalArgumentException(
              "circular goes with the method cff: leave it out with cutOff");
        }
        yield new CutOff();
      }
      case CFF -> in.object("circular", Circular::read);
    };
  }
}
