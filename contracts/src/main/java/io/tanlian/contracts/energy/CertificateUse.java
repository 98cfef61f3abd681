package io.tanlian.contracts.energy;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import tools.jackson.databind.node.ObjectNode;

/**
 * The use of some of a certificate, once.
 *
 * @param certificate the statement that brought it to its holder: an {@link EnergyCertificate} or
 *     an {@link EnergyCertificateTransfer}
 */
public record CertificateUse(StatementId certificate, Electricity amount) {

  static CertificateUse read(Fields in) {
    return new CertificateUse(
        in.value("certificate", StatementId::parse), in.value("amount", Electricity::parse));
  }

  ObjectNode toJson() {
    return new ObjectWriter().value("certificate", certificate).value("amount", amount).toJson();
  }
}
