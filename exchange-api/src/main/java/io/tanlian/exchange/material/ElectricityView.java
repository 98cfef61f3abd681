package io.tanlian.exchange.material;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tanlian.contracts.energy.CertificateNumbers;
import io.tanlian.contracts.energy.CertificateUse;
import io.tanlian.contracts.energy.Generation;
import io.tanlian.contracts.energy.RenewableElectricityClaim;
import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.material.Period;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.energy.CertificateTrace;
import io.tanlian.verifier.energy.CertificateTrace.Step;
import io.tanlian.verifier.energy.RenewableElectricity;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A claim of renewable electricity, computed anew from what it cancels. Amounts in kilowatt hours.
 *
 * @param correctedAt index of the entry that undid the claim
 * @param share the quotient, cut
 * @param certificates that stand behind it, as they were recorded
 * @param complete false if more statements stand behind it than one answer holds
 * @param proof every statement it follows from, with its receipt
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ElectricityView(
    String claim,
    long index,
    String issuer,
    OptionalLong correctedAt,
    String plant,
    String step,
    PeriodView period,
    Optional<String> product,
    String consumed,
    String cancelled,
    String share,
    List<VerdictView> verdicts,
    List<CancellationView> cancellations,
    List<CertificateView> certificates,
    boolean complete,
    long treeSize,
    List<ContentView.ProofView> proof) {

  /** Whole days, both included. */
  record PeriodView(String first, String last) {
    static PeriodView of(Period period) {
      return new PeriodView(period.first().toString(), period.last().toString());
    }
  }

  /** What is used up of what a statement brought to the claimant. */
  record CancellationView(String certificate, String amount) {
    static CancellationView of(CertificateUse use) {
      return new CancellationView(use.certificate().value(), use.amount().toString());
    }
  }

  /** Certificates of a registry. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record CertificateView(
      String statement,
      long index,
      String issuer,
      String registry,
      String first,
      Optional<String> last,
      String plant,
      String source,
      PeriodView generated,
      String amount) {

    static Stream<CertificateView> of(Step step) {
      if (!(step.statement().claim() instanceof Claim.Certified(var certificate))) {
        return Stream.empty();
      }
      CertificateNumbers numbers = certificate.certificates();
      Generation generation = certificate.generation();
      return Stream.of(
          new CertificateView(
              step.statement().id().value(),
              step.index(),
              step.statement().issuer().value(),
              numbers.registry(),
              numbers.first(),
              Optional.ofNullable(numbers.last()),
              generation.plant().value(),
              generation.source().wireName(),
              PeriodView.of(generation.period()),
              certificate.amount().toString()));
    }
  }

  static ElectricityView of(
      Step claimed,
      OptionalLong correctedAt,
      List<VerdictView> verdicts,
      CertificateTrace trace,
      List<ContentView.ProofView> proof,
      long treeSize) {
    RenewableElectricityClaim claim = ((Claim.Cancelled) claimed.statement().claim()).electricity();
    RenewableElectricity electricity = RenewableElectricity.of(claim);
    return new ElectricityView(
        claimed.statement().id().value(),
        claimed.index(),
        claimed.statement().issuer().value(),
        correctedAt,
        claim.plant().value(),
        claim.step().code(),
        PeriodView.of(claim.period()),
        Optional.ofNullable(claim.product()).map(ProductId::value),
        electricity.consumed().toPlainString(),
        electricity.cancelled().toPlainString(),
        electricity.share().toPlainString(),
        verdicts,
        claim.cancellations().stream().map(CancellationView::of).toList(),
        trace.steps().stream().flatMap(CertificateView::of).toList(),
        trace.complete(),
        treeSize,
        proof);
  }
}
