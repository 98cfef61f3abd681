package io.tanlian.verifier.rules;

import io.tanlian.contracts.energy.CertificateUse;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.energy.CertificateHolding;
import io.tanlian.verifier.energy.EnergyMovement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One use of a certificate by the statement at hand.
 *
 * @param pointer to where the statement names it
 * @param holding what the named statement brought, if it brought a certificate
 */
record Certified(CertificateUse use, String pointer, Optional<CertificateHolding> holding) {

  static List<Certified> of(Case at) {
    List<CertificateUse> uses =
        EnergyMovement.of(at.statement()).map(EnergyMovement::uses).orElseGet(List::of);
    boolean single = at.claim() instanceof Claim.HandedOver;
    List<Certified> all = new ArrayList<>();
    for (int i = 0; i < uses.size(); i++) {
      String pointer = single ? "/certificate" : "/cancellations/" + i;
      all.add(
          new Certified(
              uses.get(i),
              Case.SUBJECT + pointer,
              at.state().energy().holding(uses.get(i).certificate())));
    }
    return all;
  }

  /** What the issuer holds of it; of others' certificates nothing is told. */
  Optional<CertificateHolding> own(Case at) {
    return holding.filter(held -> held.holder().equals(at.issuer()));
  }
}
