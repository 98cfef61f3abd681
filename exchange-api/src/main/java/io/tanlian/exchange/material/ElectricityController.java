package io.tanlian.exchange.material;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tanlian.contracts.energy.RenewableElectricityClaim;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.rulepack.Indicator;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.exchange.problem.QueryRefused;
import io.tanlian.ledger.Ledger;
import io.tanlian.verifier.energy.CertificateTrace;
import io.tanlian.verifier.energy.CertificateTrace.Step;
import io.tanlian.verifier.material.ElectricityJudgement;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /v1/renewable-electricity/{claim}}: a claim, its certificates, and its proof. */
@RestController
@Tag(name = "Energy")
final class ElectricityController {
  private final LedgerEnergy energy;
  private final LedgerMaterial material;
  private final TreeSizes treeSizes;
  private final Ledger ledger;

  ElectricityController(
      LedgerEnergy energy, LedgerMaterial material, TreeSizes treeSizes, Ledger ledger) {
    this.energy = energy;
    this.material = material;
    this.treeSizes = treeSizes;
    this.ledger = ledger;
  }

  /** The claim, walked back to the certificates it cancels. */
  @Operation(
      summary = "Compute a renewable share of electricity from a claim's cancellations, with proof",
      description = "Judged by the rule packs on the ledger, the last version of each.")
  @GetMapping("/v1/renewable-electricity/{claim}")
  ElectricityView electricity(
      @PathVariable("claim") String claim, @RequestParam(required = false) @Nullable Long asOf) {
    long treeSize = treeSizes.of(asOf);
    StatementId id = QueryValue.of("claim", claim, StatementId::parse);
    Step claimed =
        energy.statements(Set.of(id), treeSize).stream()
            .filter(step -> step.statement().claim() instanceof Claim.Cancelled)
            .findFirst()
            .orElseThrow(() ->
                QueryRefused.notFound(
                    "%s is no claim of renewable electricity.".formatted(id),
                    "Take the claim's id from its receipt; asOf may be before it."));
    CertificateTrace trace =
        CertificateTrace.of(
            id, ids -> energy.statements(ids, treeSize), ContentController.STEPS_MAX);
    return ElectricityView.of(
        claimed,
        energy.correctedAt(id, treeSize),
        verdicts(treeSize, ((Claim.Cancelled) claimed.statement().claim()).electricity()),
        trace,
        trace.steps().stream().map(this::proof).toList(),
        treeSize);
  }

  private List<VerdictView> verdicts(long treeSize, RenewableElectricityClaim claim) {
    ElectricityJudgement judgement = new ElectricityJudgement(claim);
    return RulePackController.newest(material.asOf(treeSize)).stream()
        .flatMap(pack ->
            VerdictView.of(judgement.by(pack), Indicator.RENEWABLE_ELECTRICITY_SHARE).stream())
        .toList();
  }

  private ContentView.ProofView proof(Step step) {
    return new ContentView.ProofView(
        step.statement().id().value(),
        step.index(),
        step.statement().type().wireName(),
        ledger.receipt(step.index()).orElseThrow().format());
  }
}
