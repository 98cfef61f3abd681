package io.tanlian.verifier.energy;

import io.tanlian.contracts.energy.CertificateUse;
import io.tanlian.contracts.energy.Electricity;
import io.tanlian.contracts.energy.EnergySource;
import io.tanlian.contracts.energy.Generation;
import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.material.Period;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.ReadStatement;
import io.tanlian.verifier.Company;
import io.tanlian.verifier.stock.TradeHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says one thing after another about certificates: most of it true, some of it greedy. */
final class RandomCertificates {
  private static final List<EnergySource> SOURCES =
      List.of(EnergySource.WIND, EnergySource.SOLAR, EnergySource.HYDRO, EnergySource.NUCLEAR);

  private final Random random;
  private final TradeHistory history = new TradeHistory();
  private final List<StatementId> certificates = new ArrayList<>();

  private RandomCertificates(Random random) {
    this.random = random;
  }

  /** A history that follows from its seed. */
  static TradeHistory of(long seed, int statements) {
    RandomCertificates market = new RandomCertificates(new Random(seed));
    while (market.history.said().size() < statements) {
      market.say();
    }
    return market.history;
  }

  private void say() {
    Company issuer = oneOf(TradeHistory.COMPANIES);
    try {
      UUID id = new UUID(random.nextLong(), random.nextLong());
      ReadStatement read = history.sign(issuer, id, claim(issuer));
      if (history.say(read) && EnergyMovement.brings(0, read.statement()).isPresent()) {
        certificates.add(read.statement().id());
      }
    } catch (IllegalArgumentException unwritable) {
      // What came to mind cannot even be written; something else will.
    }
  }

  private Claim claim(Company issuer) {
    return switch (random.nextInt(10)) {
      case 0, 1 -> certificate();
      case 2, 3, 4 -> transfer(issuer);
      case 5, 6, 7, 8 -> electricity(issuer);
      default -> correction(issuer);
    };
  }

  private Claim certificate() {
    int first = random.nextInt(1000);
    ParticipantId holder = oneOf(TradeHistory.COMPANIES).id();
    return Certificates.certificate(
        "GO" + first,
        oneIn(3) ? null : "GO" + (first + random.nextInt(20)),
        new Generation(Certificates.WIND.plant(), oneOf(SOURCES), month()),
        kilowattHours(1 + random.nextLong(1_000_000)),
        oneIn(2) ? null : holder,
        oneIn(3) ? LocalDate.parse("2027-02-01").plusDays(random.nextInt(200)) : null);
  }

  private Claim transfer(Company issuer) {
    CertificateHolding held = held(issuer);
    return Certificates.transfer(
        held.statement(),
        oneOf(TradeHistory.COMPANIES).id(),
        oneIn(15)
            ? new Generation(held.generation().plant(), oneOf(SOURCES), month())
            : held.generation(),
        kilowattHours(part(held.left())),
        oneIn(20) ? null : expires(held));
  }

  private Claim electricity(Company issuer) {
    Set<StatementId> chosen = new LinkedHashSet<>();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      chosen.add(held(issuer).statement());
    }
    List<CertificateUse> uses =
        chosen.stream()
            .map(id -> Certificates.use(id, kilowattHours(part(holding(id).left()))))
            .toList();
    return Certificates.claim(
        "urn:example:smelter:" + random.nextInt(4),
        oneIn(2) ? "aluminium" : "anodes",
        oneIn(2) ? Certificates.YEAR : month(),
        kilowattHours(1 + random.nextLong(3_000_000)),
        uses.toArray(CertificateUse[]::new));
  }

  private Claim correction(Company issuer) {
    List<TradeHistory.Entry> own =
        history.movements().stream()
            .filter(entry -> entry.read().statement().issuer().equals(issuer.id()))
            .toList();
    TradeHistory.Entry wrong = oneOf(own.isEmpty() || oneIn(10) ? history.movements() : own);
    TradeHistory.Entry repeated = oneIn(10) ? oneOf(history.movements()) : wrong;
    return Certificates.correction(wrong.id(), repeated.claim());
  }

  /** Mostly one of the company's own, of which something is left. */
  private CertificateHolding held(Company issuer) {
    List<StatementId> own =
        certificates.stream()
            .filter(id -> holding(id).holder().equals(issuer.id()) && holding(id).left() > 0)
            .toList();
    return holding(oneOf(own.isEmpty() || oneIn(12) ? certificates : own));
  }

  private long part(long left) {
    return oneIn(3) ? left : left * (1 + random.nextInt(oneIn(8) ? 1500 : 1000)) / 1000;
  }

  private Period month() {
    LocalDate first = LocalDate.of(2025, 1 + random.nextInt(12), 1);
    return new Period(first, first.plusMonths(1 + random.nextInt(2)).minusDays(1));
  }

  private CertificateHolding holding(StatementId id) {
    return history.state().energy().holding(id).orElseThrow();
  }

  private static @Nullable LocalDate expires(CertificateHolding held) {
    return held.expires().isPresent() ? held.expires().get() : null;
  }

  private static String kilowattHours(long wattHours) {
    return Electricity.kilowattHours(wattHours);
  }

  private boolean oneIn(int chances) {
    return random.nextInt(chances) == 0;
  }

  private <T> T oneOf(List<T> choices) {
    if (choices.isEmpty()) {
      throw new IllegalArgumentException("there is none yet");
    }
    return choices.get(random.nextInt(choices.size()));
  }
}
