package io.tanlian.contracts.energy;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import io.tanlian.contracts.material.Period;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Energy attribute certificates that a registry issued, brought onto the ledger: guarantees of
 * origin (Directive (EU) 2018/2001, article 19), RECs, I-RECs, China's green electricity
 * certificates. Whoever records them says that they are immobilised in the registry: from then on
 * they are handed over and cancelled here.
 *
 * @param amount of electricity they stand for, all together
 * @param holder whose they are; null for the issuer
 * @param expires the last day on which they can be handed over or cancelled; null if the registry
 *     names none
 */
public record EnergyCertificate(
    CertificateNumbers certificates,
    Generation generation,
    Electricity amount,
    @Nullable ParticipantId holder,
    @Nullable LocalDate expires) {

  public static EnergyCertificate read(Fields in) {
    return new EnergyCertificate(
        in.object("certificates", CertificateNumbers::read),
        in.object("generation", Generation::read),
        in.value("amount", Electricity::parse),
        in.valueOrNull("holder", ParticipantId::parse),
        in.valueOrNull("expires", Period::day));
  }

  public ObjectNode toJson() {
    return new ObjectWriter()
        .object("certificates", certificates.toJson())
        .object("generation", generation.toJson())
        .value("amount", amount)
        .value("holder", holder == null ? null : holder.value())
        .value("expires", expires)
        .toJson();
  }
}
