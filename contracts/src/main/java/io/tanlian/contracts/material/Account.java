package io.tanlian.contracts.material;

import io.tanlian.contracts.identifier.Urn;
import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import java.time.LocalDate;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where recycled material is accounted for under a mass balance or book and claim, and for which
 * period (ISO 22095:2020, mass balance model).
 *
 * @param site the site's name, its owner's own URN
 * @param period at most a year
 */
public record Account(Urn site, Period period) {
  private static final int DAYS_MAX = 366;

  public Account {
    if (period.days() > DAYS_MAX) {
      throw new IllegalArgumentException("a balancing period is at most a year");
    }
  }

  static Account read(Fields in) {
    return new Account(in.value("site", Urn::new), in.object("period", Period::read));
  }

  ObjectNode toJson() {
    return new ObjectWriter().value("site", site).object("period", period.toJson()).toJson();
  }

  /**
   * The last day on which what is left of a credit may be used. It is carried over once, into the
   * following period of the same length, and expires with that.
   */
  public LocalDate lastDay() {
    return period.last().plusDays(period.days());
  }
}
