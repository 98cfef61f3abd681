package io.tanlian.verifier.state;

import io.tanlian.contracts.energy.CertificateNumbers;
import io.tanlian.contracts.energy.CertificateUse;
import io.tanlian.contracts.energy.RenewableElectricityClaim;
import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.identifier.Urn;
import io.tanlian.contracts.material.Material;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.Statement;
import io.tanlian.verifier.energy.CertificateHolding;
import io.tanlian.verifier.energy.EnergyMovement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What a replay knows of energy certificates and of claims with them. Immutable. */
public final class EnergyBook {
  static final EnergyBook EMPTY =
      new EnergyBook(
          PersistentMap.empty(),
          PersistentMap.empty(),
          PersistentMap.empty(),
          PersistentMap.empty());

  private final PersistentMap<StatementId, CertificateHolding> holdings;
  private final PersistentMap<StatementId, Long> undone;
  private final PersistentMap<String, List<Recorded>> recorded;
  private final PersistentMap<String, List<Claimed>> claimed;

  private EnergyBook(
      PersistentMap<StatementId, CertificateHolding> holdings,
      PersistentMap<StatementId, Long> undone,
      PersistentMap<String, List<Recorded>> recorded,
      PersistentMap<String, List<Claimed>> claimed) {
    this.holdings = holdings;
    this.undone = undone;
    this.recorded = recorded;
    this.claimed = claimed;
  }

  /** Certificates that a statement recorded. */
  public record Recorded(StatementId statement, long index, CertificateNumbers certificates) {}

  /** A claim that stands. */
  public record Claimed(StatementId statement, long index, RenewableElectricityClaim claim) {}

  /** What a certificate or a transfer brought. */
  public Optional<CertificateHolding> holding(StatementId id) {
    return holdings.get(id);
  }

  /** Index of the entry that undid a certificate or a claim. */
  public OptionalLong undoneAt(StatementId id) {
    return undone.get(id).map(OptionalLong::of).orElseGet(OptionalLong::empty);
  }

  /** The statement that recorded one of these certificates, if it stands. */
  public Optional<Recorded> recorded(CertificateNumbers certificates) {
    return certificates.blocks().stream()
        .flatMap(block -> recorded.get(block).stream())
        .flatMap(List::stream)
        .filter(known -> undoneAt(known.statement()).isEmpty())
        .filter(known -> known.certificates().overlap(certificates))
        .findFirst();
  }

  /** The claims of a company for a step at a plant, by index. */
  public List<Claimed> claims(ParticipantId issuer, Urn plant, Material step) {
    return claimed.get(consumption(issuer, plant, step)).stream()
        .flatMap(List::stream)
        .filter(known -> undoneAt(known.statement()).isEmpty())
        .toList();
  }

  /** After the statement at {@code index}. */
  EnergyBook evolve(long index, Statement statement) {
    Optional<EnergyMovement> moved = EnergyMovement.of(statement);
    if (moved.isEmpty()) {
      return this;
    }
    PersistentMap<StatementId, CertificateHolding> changed = holdings;
    for (CertificateUse use : moved.get().uses()) {
      changed = using(changed, use.certificate(), use.amount().wattHours());
    }
    for (CertificateUse back : moved.get().returns()) {
      changed = using(changed, back.certificate(), -back.amount().wattHours());
    }
    Optional<CertificateHolding> brought = EnergyMovement.brings(index, statement);
    return new EnergyBook(
        brought.isPresent() ? changed.with(statement.id(), brought.get()) : changed,
        moved.get().undoes().map(id -> undone.with(id, index)).orElse(undone),
        recording(index, statement),
        claiming(index, statement));
  }

  private static PersistentMap<StatementId, CertificateHolding> using(
      PersistentMap<StatementId, CertificateHolding> holdings, StatementId id, long wattHours) {
    return holdings
        .get(id)
        .map(holding -> holdings.with(id, holding.using(wattHours)))
        .orElse(holdings);
  }

  private PersistentMap<String, List<Recorded>> recording(long index, Statement statement) {
    PersistentMap<String, List<Recorded>> with = recorded;
    if (statement.claim() instanceof Claim.Certified(var certificate)) {
      Recorded own = new Recorded(statement.id(), index, certificate.certificates());
      for (String block : certificate.certificates().blocks()) {
        with = adding(with, block, own);
      }
    }
    return with;
  }

  private PersistentMap<String, List<Claimed>> claiming(long index, Statement statement) {
    return statement.claim() instanceof Claim.Cancelled(RenewableElectricityClaim claim)
        ? adding(
            claimed,
            consumption(statement.issuer(), claim.plant(), claim.step()),
            new Claimed(statement.id(), index, claim))
        : claimed;
  }

  private static <T> PersistentMap<String, List<T>> adding(
      PersistentMap<String, List<T>> to, String key, T one) {
    List<T> all = new ArrayList<>(to.get(key).orElseGet(List::of));
    all.add(one);
    return to.with(key, List.copyOf(all));
  }

  private static String consumption(ParticipantId issuer, Urn plant, Material step) {
    return "%s %s %s".formatted(issuer.value(), plant.normalized(), step);
  }
}
