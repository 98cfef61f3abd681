package io.tanlian.contracts.energy;

import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.identifier.Urn;
import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import io.tanlian.contracts.material.Material;
import io.tanlian.contracts.material.Period;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * How much of the electricity of one step at a plant was renewable in a period. The claim is the
 * cancellation of the certificates it names: they are used up, and there is no other way to use
 * them.
 *
 * @param plant where the electricity was consumed
 * @param step what the step makes, {@code aluminium} for its electrolysis
 * @param period at most a year
 * @param product that is made of it; null if it is not only one
 * @param consumed all electricity of the step at the plant in the period, renewable or not
 * @param cancellations no more than was consumed
 */
public record RenewableElectricityClaim(
    Urn plant,
    Material step,
    Period period,
    @Nullable ProductId product,
    Electricity consumed,
    List<CertificateUse> cancellations) {
  private static final int MONTHS_MAX = 12;

  public RenewableElectricityClaim {
    cancellations = List.copyOf(cancellations);
    Set<StatementId> seen = new HashSet<>();
    for (CertificateUse cancelled : cancellations) {
      if (!seen.add(cancelled.certificate())) {
        throw new IllegalArgumentException(
            "%s is cancelled twice: add both amounts".formatted(cancelled.certificate()));
      }
    }
    if (period.first().isBefore(period.last().minusMonths(MONTHS_MAX).plusDays(1))) {
      throw new IllegalArgumentException("a claim is for at most a year: divide it");
    }
    long cancelled = wattHours(cancellations);
    if (cancelled > consumed.wattHours()) {
      throw new IllegalArgumentException(
          "%s kWh are cancelled, more than all %s kWh that were consumed"
              .formatted(Electricity.kilowattHours(cancelled), consumed));
    }
  }

  /** The first day of generation that a certificate may have to be cancelled here. */
  public LocalDate generatedFrom() {
    return period.last().minusMonths(MONTHS_MAX).plusDays(1);
  }

  /** All that is cancelled. */
  public long cancelledWattHours() {
    return wattHours(cancellations);
  }

  public static RenewableElectricityClaim read(Fields in) {
    return new RenewableElectricityClaim(
        in.value("plant", Urn::new),
        in.value("step", Material::parse),
        in.object("period", Period::read),
        in.valueOrNull("product", ProductId::parse),
        in.value("consumed", Electricity::parse),
        in.objects("cancellations", CertificateUse::read));
  }

  public ObjectNode toJson() {
    return new ObjectWriter()
        .value("plant", plant)
        .value("step", step)
        .object("period", period.toJson())
        .value("product", product)
        .value("consumed", consumed)
        .objects("cancellations", cancellations, CertificateUse::toJson)
        .toJson();
  }

  private static long wattHours(List<CertificateUse> uses) {
    return uses.stream().mapToLong(use -> use.amount().wattHours()).sum();
  }
}
