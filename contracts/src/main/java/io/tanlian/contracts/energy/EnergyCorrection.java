package io.tanlian.contracts.energy;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Undoes an earlier certificate or claim of the issuer, as bookkeepers do: by an entry that repeats
 * it. The certificate's numbers can be recorded again, while nothing of it has been used; what the
 * claim cancelled is there again, and its period can be claimed for again. A transfer is not
 * undone: the recipient hands it back.
 *
 * @param statement what is undone
 * @param certificate what it said, if it was a certificate
 * @param claim what it said, if it was a claim
 */
public record EnergyCorrection(
    StatementId statement,
    String reason,
    @Nullable EnergyCertificate certificate,
    @Nullable RenewableElectricityClaim claim) {
  public EnergyCorrection {
    if ((certificate == null) == (claim == null)) {
      throw new IllegalArgumentException(
          "a correction repeats what it undoes: either certificate or claim");
    }
  }

  public static EnergyCorrection read(Fields in) {
    return new EnergyCorrection(
        in.value("statement", StatementId::parse),
        in.text("reason"),
        in.objectOrNull("certificate", EnergyCertificate::read),
        in.objectOrNull("claim", RenewableElectricityClaim::read));
  }

  public ObjectNode toJson() {
    return new ObjectWriter()
        .value("statement", statement)
        .value("reason", reason)
        .object("certificate", certificate == null ? null : certificate.toJson())
        .object("claim", claim == null ? null : claim.toJson())
        .toJson();
  }
}
