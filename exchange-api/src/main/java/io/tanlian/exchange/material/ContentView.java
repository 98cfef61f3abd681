package io.tanlian.exchange.material;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tanlian.contracts.material.Denominator;
import io.tanlian.contracts.material.MaterialOrigin;
import io.tanlian.contracts.material.Origin;
import io.tanlian.contracts.material.RecycledContentClaim;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.stock.RecycledContent;
import io.tanlian.verifier.trace.ContentSources.Source;
import io.tanlian.verifier.trace.Moved;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A claim of recycled content, computed anew from what is allocated to it. Masses in kilograms.
 *
 * @param correctedAt index of the entry that undid the claim
 * @param sources the recoveries it goes back to: all, or none if too many statements stand behind
 *     it
 * @param complete whether sources and proof are all there is
 * @param proof the statements it follows from, the newest of them if there are too many, with their
 *     receipts
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
   * @param claimed what the claim states, which is no more; 0 where it states nothing
   */
  record ShareView(
      String material,
      String boundary,
      String origin,
      String recycled,
      String total,
      String share,
      String claimed) {

    /** Of every recycled origin that is allocated. */
    static Stream<ShareView> all(
        Denominator denominator, RecycledContent content, RecycledContentClaim claim) {
      return Arrays.stream(Origin.values())
          .filter(Origin::isRecycled)
          .map(origin -> new MaterialOrigin(denominator.material(), origin))
          .filter(what -> content.allocated(what).signum() > 0)
          .map(what -> of(what, denominator, content, claim));
    }

    private static ShareView of(
        MaterialOrigin what,
        Denominator denominator,
        RecycledContent content,
        RecycledContentClaim claim) {
      return new ShareView(
          what.material().code(),
          denominator.boundary().wireName(),
          what.origin().wireName(),
          content.allocated(what).toPlainString(),
          denominator.mass().toPlainString(),
          content.share(what, denominator.boundary()).orElseThrow().toPlainString(),
          claim.shares().stream()
              .filter(share ->
                  share.material().equals(what.material())
                      && share.origin() == what.origin()
                      && share.boundary() == denominator.boundary())
              .map(share -> share.share().toPlainString())
              .findFirst()
              .orElse("0"));
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
        claim.denominators().stream()
            .flatMap(denominator -> ShareView.all(denominator, content, claim))
            .toList(),
        verdicts,
        sources.stream().map(SourceView::of).toList(),
        complete,
        treeSize,
        proof);
  }
}
