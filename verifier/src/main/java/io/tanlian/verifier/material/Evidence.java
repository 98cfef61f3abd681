package io.tanlian.verifier.material;

import io.tanlian.contracts.rulepack.Indicator;

/** What each indicator is judged from. */
final class Evidence {
  private Evidence() {}

  /** Says what an indicator needs, where something else is at hand. */
  static Verdict.NotJudged lackingFor(Indicator indicator) {
    return new Verdict.NotJudged(
        switch (indicator) {
          case RECOVERY_RATE -> "a recovery rate is judged by recoveries, not by claims";
          case RECYCLED_CONTENT -> "recycled content is judged by claims of it";
          // A low emission factor is no evidence: nuclear power has one too, and so has a green
          // tariff whose certificates somebody else counts.
          case RENEWABLE_ELECTRICITY_SHARE ->
              "a renewable share of electricity is judged by claims of it, which cancel certificates";
        });
  }
}
