package io.tanlian.verifier.material;

import io.tanlian.contracts.material.Boundary;
import io.tanlian.contracts.material.Denominator;
import io.tanlian.contracts.material.Material;
import io.tanlian.contracts.material.RecycledContentClaim;
import io.tanlian.contracts.rulepack.Criterion;
import io.tanlian.contracts.rulepack.Indicator;
import io.tanlian.contracts.rulepack.RulePack;
import io.tanlian.verifier.stock.RecycledContent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Judges a claim of recycled content by rule packs: not by the shares it states but by what is
 * allocated to it, pre-consumer and post-consumer together, over the pack's denominator.
 *
 * <p>A claim is one product's of one plant and year, which is what the EU judges (Regulation (EU)
 * 2023/1542, article 8); claims are not added up.
 */
public final class ContentJudgement {
  private final RecycledContent content;

  public ContentJudgement(RecycledContentClaim claim) {
    content = RecycledContent.of(claim);
  }

  public PackResult by(RulePack pack) {
    return PackResult.of(pack, this::verdict);
  }

  private Verdict verdict(Criterion criterion) {
    if (criterion.indicator() != Indicator.RECYCLED_CONTENT) {
      return Evidence.lackingFor(criterion.indicator());
    }
    Material material = criterion.material();
    Optional<BigDecimal> whole = content.denominator(material, criterion.boundary());
    if (whole.isEmpty()) {
      return withoutDenominator(material, criterion.boundary());
    }
    BigDecimal recycled = content.allocated(material);
    return recycled.compareTo(whole.get()) > 0
        ? new Verdict.NotJudged(
            "%s kg of recycled %s are allocated, more than all %s kg of it in %s"
                .formatted(
                    recycled.toPlainString(),
                    material,
                    whole.get().toPlainString(),
                    criterion.boundary().wireName()))
        : Verdict.of(new Share(recycled, whole.get()), criterion.atLeast());
  }

  private Verdict withoutDenominator(Material material, Boundary asked) {
    List<String> stated =
        content.denominators().stream()
            .filter(denominator -> denominator.material().equals(material))
            .map(Denominator::boundary)
            .map(Boundary::wireName)
            .toList();
    return new Verdict.NotJudged(
        stated.isEmpty()
            ? "the claim says nothing of it"
            : "the claim states the whole mass in %s, not in %s: two boundaries cannot be compared"
                .formatted(String.join(" and ", stated), asked.wireName()));
  }
}
