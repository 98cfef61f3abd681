package io.tanlian.contracts.energy;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import io.tanlian.contracts.material.Period;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The holder of a certificate hands over all or some of it. It is the recipient's at once, as in
 * registries, and only the recipient can give it back.
 *
 * @param certificate the statement that brought what is handed over: the certificate's own, or the
 *     transfer to the holder
 * @param generation that of the certificate, repeated, so that nobody has to walk a chain to know
 *     what was handed over
 * @param expires that of the certificate
 */
public record EnergyCertificateTransfer(
    StatementId certificate,
    ParticipantId recipient,
    Generation generation,
    Electricity amount,
    @Nullable LocalDate expires) {

  public static EnergyCertificateTransfer read(Fields in) {
    return new EnergyCertificateTransfer(
        in.value("certificate", StatementId::parse),
        in.value("recipient", ParticipantId::parse),
        in.object("generation", Generation::read),
        in.value("amount", Electricity::parse),
        in.valueOrNull("expires", Period::day));
  }

  public ObjectNode toJson() {
    return new ObjectWriter()
        .value("certificate", certificate)
        .value("recipient", recipient.value())
        .object("generation", generation.toJson())
        .value("amount", amount)
        .value("expires", expires)
        .toJson();
  }

  /** What is taken of the certificate. */
  public CertificateUse use() {
    return new CertificateUse(certificate, amount);
  }
}
