package io.tanlian.verifier.material;

import java.math.BigDecimal;

/** What became of one criterion. */
public sealed interface Verdict {

  /** A figure could be compared with the threshold. */
  sealed interface Judged extends Verdict {
    Share share();
  }

  record Met(Share share) implements Judged {}

  record Missed(Share share) implements Judged {
    /** How much more would have been enough, in the unit of the share. */
    public BigDecimal shortfall(BigDecimal atLeast) {
      return atLeast.multiply(share.whole()).subtract(share.part());
    }
  }

  /** There is nothing to compare, or it is measured otherwise than the pack demands. */
  record NotJudged(String reason) implements Verdict {}

  /** Judges without rounding. */
  static Verdict of(Share share, BigDecimal atLeast) {
    return share.reaches(atLeast) ? new Met(share) : new Missed(share);
  }
}
