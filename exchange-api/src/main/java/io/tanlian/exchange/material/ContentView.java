package io.tanlian.exchange.material;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tanlian.contracts.material.Denominator;
import io.tanlian.contracts.material.MaterialOrigin;
import io.tanlian.contracts.material.RecycledContentClaim;
import io.tanlian.contracts.material.RecycledShare;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.stock.RecycledContent;
import io.tanlian.verifier.trace.ContentSources.Source;
import io.tanlian.verifier.trace.Moved;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;

/**
 * A claim of recycled content, computed anew from what is allocated to it. Masses in kilograms.
 *
 * @param correctedAt index of the entry that undid the claim
 * @param sources the recoveries it goes back to
 * @param complete false if more statements stand behind it than one answer holds: sources and proof
 *     are not all then
 * @param proof every statement it follows from, with its receipt
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ContentView(
    String claim,
    long index,
    String issuer,
    OptionalLong correctedAt,
    String product,
    String plant,
    int year,
    String method,
    List<DenominatorView> denominators,
    List<ShareView> shares,
    List<VerdictView> verdicts,
    List<SourceView> sources,
    boolean complete,
    long treeSize,
    List<ProofView> proof) {

  /** The whole mass of a material. */
  record DenominatorView(String material, String boundary, String mass) {
    static DenominatorView of(Denominator denominator) {
      return new DenominatorView(
          denominator.material().code(),
          denominator.boundary().wireName(),
          denominator.mass().toPlainString());
    }
  }

  /**
   * How much of it is recycled.
   *
   * @param recycled that is allocated
   * @param share the quotient, cut
   * @param claimed what the claim states, which is no more
   */
  record ShareView(
      String material,
      String boundary,
      String origin,
      String recycled,
      String total,
      String share,
      String claimed) {
    static ShareView of(RecycledShare share, RecycledContent content) {
      MaterialOrigin what = new MaterialOrigin(share.material(), share.origin());
      BigDecimal total = content.denominator(share.material(), share.boundary()).orElseThrow();
      return new ShareView(
          share.material().code(),
          share.boundary().wireName(),
          share.origin().wireName(),
          content.allocated(what).toPlainString(),
          total.toPlainString(),
          content.share(what, share.boundary()).orElseThrow().toPlainString(),
          share.share().toPlainString());
    }
  }

  /** What comes from one recovery. */
  record SourceView(
      String recovery,
      long index,
      String recycler,
      String plant,
      String material,
      String origin,
      String mass) {
    static SourceView of(Source source) {
      var recovery = ((Claim.Recovered) source.recovery().claim()).recovery();
      return new SourceView(
          source.recovery().id().value(),
          source.index(),
          source.recovery().issuer().value(),
          recovery.plant().value(),
          source.what().material().code(),
          source.what().origin().wireName(),
          source.kilograms().toPlainString());
    }
  }

  /** A statement, and its proof that it is on the ledger (C2SP tlog-proof). */
  record ProofView(String statement, long index, String type, String receipt) {
    static ProofView of(Moved moved, String receipt) {
      return new ProofView(
          moved.id().value(), moved.index(), moved.statement().type().wireName(), receipt);
    }
  }

  static ContentView of(
      Moved claimed,
      OptionalLong correctedAt,
      List<VerdictView> verdicts,
      List<Source> sources,
      boolean complete,
      List<ProofView> proof,
      long treeSize) {
    RecycledContentClaim claim = ((Claim.Claimed) claimed.statement().claim()).content();
    RecycledContent content = RecycledContent.of(claim);
    return new ContentView(
        claimed.id().value(),
        claimed.index(),
        claimed.statement().issuer().value(),
        correctedAt,
        claim.product().value(),
        claim.plant().value(),
        claim.year().getValue(),
        claim.method().wireName(),
        claim.denominators().stream().map(DenominatorView::of).toList(),
        claim.shares().stream().map(share -> ShareView.of(share, content)).toList(),
        verdicts,
        sources.stream().map(SourceView::of).toList(),
        complete,
        treeSize,
        proof);
  }
}
