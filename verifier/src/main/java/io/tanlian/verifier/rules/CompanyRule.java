package io.tanlian.verifier.rules;

import static io.tanlian.contracts.problem.ProblemCode.FOOTPRINT_COMPANY_MISSING;

import io.tanlian.contracts.identifier.DidWeb;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.Finding;
import java.util.List;

/**
 * A footprint is one of its issuer: its {@code companyIds} name it. A {@code did:web} is no URN and
 * cannot stand there (PACT v3), so it is not asked for.
 */
final class CompanyRule implements Rule {
  @Override
  public List<Finding> judge(Case at) {
    if (!(at.claim() instanceof Claim.Declared(var declaration)) || at.issuer() instanceof DidWeb) {
      return List.of();
    }
    String issuer = at.issuer().value();
    return declaration.footprint().companyIds().stream()
            .anyMatch(company -> company.normalized().equals(issuer))
        ? List.of()
        : List.of(
            Finding.error(
                FOOTPRINT_COMPANY_MISSING,
                Case.FOOTPRINT + "/companyIds",
                "companyIds does not have the issuer, %s".formatted(issuer),
                "Add the issuer's id to companyIds."));
  }
}
