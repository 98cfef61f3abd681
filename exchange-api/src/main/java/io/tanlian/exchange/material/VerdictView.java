package io.tanlian.exchange.material;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tanlian.contracts.rulepack.Criterion;
import io.tanlian.contracts.rulepack.Indicator;
import io.tanlian.verifier.material.PackResult;
import io.tanlian.verifier.material.Share;
import io.tanlian.verifier.material.Verdict;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * What one criterion of a rule pack says.
 *
 * @param verdict met, missed or notJudged
 * @param share cut, as a part of 1
 * @param reason why it was not judged
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record VerdictView(
    String pack,
    String version,
    String boundary,
    String material,
    String verdict,
    Optional<String> share,
    Optional<String> atLeast,
    Optional<String> reason) {
  private static final int SHARE_DECIMALS = 6;

  /** What a pack says of what a claim is about; its other criteria are not about it. */
  static List<VerdictView> of(PackResult result, Indicator indicator) {
    return result.results().stream()
        .filter(one -> one.criterion().indicator() == indicator)
        .map(one -> of(result, one.criterion(), one.verdict()))
        .toList();
  }

  private static VerdictView of(PackResult result, Criterion criterion, Verdict verdict) {
    return new VerdictView(
        result.pack().id(),
        result.pack().version(),
        criterion.boundary().wireName(),
        criterion.material().code(),
        switch (verdict) {
          case Verdict.Met _ -> "met";
          case Verdict.Missed _ -> "missed";
          case Verdict.NotJudged _ -> "notJudged";
        },
        verdict instanceof Verdict.Judged judged
            ? Optional.of(plain(judged.share()))
            : Optional.empty(),
        verdict instanceof Verdict.Judged
            ? Optional.of(criterion.atLeast().toPlainString())
            : Optional.empty(),
        verdict instanceof Verdict.NotJudged(String reason)
            ? Optional.of(reason)
            : Optional.empty());
  }

  private static String plain(Share share) {
    return share.part().divide(share.whole(), SHARE_DECIMALS, RoundingMode.DOWN).toPlainString();
  }
}
