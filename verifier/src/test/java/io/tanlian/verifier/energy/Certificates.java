package io.tanlian.verifier.energy;

import io.tanlian.contracts.energy.CertificateNumbers;
import io.tanlian.contracts.energy.CertificateUse;
import io.tanlian.contracts.energy.Electricity;
import io.tanlian.contracts.energy.EnergyCertificate;
import io.tanlian.contracts.energy.EnergyCertificateTransfer;
import io.tanlian.contracts.energy.EnergyCorrection;
import io.tanlian.contracts.energy.EnergySource;
import io.tanlian.contracts.energy.Generation;
import io.tanlian.contracts.energy.RenewableElectricityClaim;
import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.identifier.Urn;
import io.tanlian.contracts.material.Material;
import io.tanlian.contracts.material.Period;
import io.tanlian.contracts.statement.Claim;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be said about certificates, in few words; amounts in kilowatt hours. */
public final class Certificates {
  public static final Period YEAR = period("2025-01-01", "2025-12-31");
  public static final Generation WIND = generation(EnergySource.WIND, YEAR);

  private Certificates() {}

  public static Period period(String first, String last) {
    return new Period(LocalDate.parse(first), LocalDate.parse(last));
  }

  public static Generation generation(EnergySource source, Period period) {
    return new Generation(new Urn("urn:example:park"), source, period);
  }

  /** The issuer's own, of wind in 2025. */
  public static Claim wind(String number, String amount) {
    return certificate(number, null, WIND, amount, null, null);
  }

  public static Claim generated(Generation generation, String number, String amount) {
    return certificate(number, null, generation, amount, null, null);
  }

  public static Claim certificate(
      String first,
      @Nullable String last,
      Generation generation,
      String amount,
      @Nullable ParticipantId holder,
      @Nullable LocalDate expires) {
    return new Claim.Certified(
        new EnergyCertificate(
            new CertificateNumbers("registry.example", first, last),
            generation,
            Electricity.parse(amount),
            holder,
            expires));
  }

  public static Claim transfer(StatementId certificate, ParticipantId recipient, String amount) {
    return transfer(certificate, recipient, WIND, amount, null);
  }

  public static Claim transfer(
      StatementId certificate,
      ParticipantId recipient,
      Generation generation,
      String amount,
      @Nullable LocalDate expires) {
    return new Claim.HandedOver(
        new EnergyCertificateTransfer(
            certificate, recipient, generation, Electricity.parse(amount), expires));
  }

  /** For aluminium at a smelter in 2025. */
  public static Claim claim(String consumed, CertificateUse... cancelled) {
    return claim("urn:example:smelter", "aluminium", YEAR, consumed, cancelled);
  }

  public static Claim claim(
      String plant, String step, Period period, String consumed, CertificateUse... cancelled) {
    return new Claim.Cancelled(
        new RenewableElectricityClaim(
            new Urn(plant),
            new Material(step),
            period,
            null,
            Electricity.parse(consumed),
            List.of(cancelled)));
  }

  public static CertificateUse use(StatementId certificate, String amount) {
    return new CertificateUse(certificate, Electricity.parse(amount));
  }

  /** Undoes what was said. */
  public static Claim correction(StatementId wrong, Claim said) {
    return switch (said) {
      case Claim.Certified(var certificate) ->
          new Claim.Reversed(new EnergyCorrection(wrong, "mistyped", certificate, null));
      case Claim.Cancelled(var claim) ->
          new Claim.Reversed(new EnergyCorrection(wrong, "mistyped", null, claim));
      default -> throw new IllegalArgumentException("nothing else is undone: " + said);
    };
  }
}
