package io.tanlian.contracts.statement;

import io.tanlian.contracts.declaration.ProductFootprintDeclaration;
import io.tanlian.contracts.energy.EnergyCertificate;
import io.tanlian.contracts.energy.EnergyCertificateTransfer;
import io.tanlian.contracts.energy.EnergyCorrection;
import io.tanlian.contracts.energy.RenewableElectricityClaim;
import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.key.KeyEnrolled;
import io.tanlian.contracts.key.KeyRevoked;
import io.tanlian.contracts.key.KeyRotated;
import io.tanlian.contracts.material.Correction;
import io.tanlian.contracts.material.MaterialBatch;
import io.tanlian.contracts.material.Processing;
import io.tanlian.contracts.material.RecoveryDeclaration;
import io.tanlian.contracts.material.RecycledContentClaim;
import io.tanlian.contracts.material.Transfer;
import io.tanlian.contracts.material.TransferAcceptance;
import io.tanlian.contracts.participant.ParticipantAdmitted;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.problem.ProblemCode;
import io.tanlian.contracts.received.FootprintReceived;
import io.tanlian.contracts.request.FootprintRequested;
import io.tanlian.contracts.request.RequestAnswered;
import io.tanlian.contracts.rulepack.RulePackPublished;
import io.tanlian.contracts.schema.Schemas;
import io.tanlian.contracts.sharing.Grant;
import io.tanlian.contracts.withdrawal.Withdrawal;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a statement says: the {@code credentialSubject} of the credential, one variant for each
 * statement type. The records themselves live with their features and do not know this type.
 */
public sealed interface Claim {

  /** The statement type, which is also the credential's type and the schema's name. */
  String type();

  /** The {@code credentialSubject}, nothing concealed. */
  ObjectNode toJson();

  record Admitted(ParticipantAdmitted admission) implements Claim {
    public static final String TYPE = "ParticipantAdmitted";

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public ObjectNode toJson() {
      return admission.toJson();
    }
  }

  record Enrolled(KeyEnrolled enrolment) implements Claim {
    public static final String TYPE = "KeyEnrolled";

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public ObjectNode toJson() {
      return enrolment.toJson();
    }
  }

  record Rotated(KeyRotated rotation) implements Claim {
    public static final String TYPE = "KeyRotated";

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public ObjectNode toJson() {
      return rotation.toJson();
    }
  }

  record Revoked(KeyRevoked revocation) implements Claim {
    public static final String TYPE = "KeyRevoked";

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public ObjectNode toJson() {
      return revocation.toJson();
    }
  }

  record Declared(ProductFootprintDeclaration declaration) implements Claim {
    public static final String TYPE = "ProductFootprintDeclaration";

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public ObjectNode toJson() {
      return declaration.toJson();
    }
  }

  record Granted(Grant grant) implements Claim {
    public static final String TYPE = "Grant";

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public ObjectNode toJson() {
      return grant.toJson();
    }
  }

  record Withdrawn(Withdrawal withdrawal) implements Claim {
    public static final String TYPE = "Withdrawal";

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public ObjectNode toJson() {
      return withdrawal.toJson();
    }
  }

  record Recovered(RecoveryDeclaration recovery) implements Claim {
    public static final String TYPE = "RecoveryDeclaration";

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public ObjectNode toJson() {
      return recovery.toJson();
    }
  }

  record Batched(MaterialBatch batch) implements Claim {
    public static final String TYPE = "MaterialBatch";

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public ObjectNode toJson() {
      return batch.toJson();
    }
  }

  record Offered(Transfer transfer) implements Claim {
    public static final String TYPE = "Transfer";

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public ObjectNode toJson() {
      return transfer.toJson();
    }
  }

  record Accepted(TransferAcceptance acceptance) implements Claim {
    public static final String TYPE = "TransferAcceptance";

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public ObjectNode toJson() {
      return acceptance.toJson();
    }
  }

  record Processed(Processing processing) implements Claim {
    public static final String TYPE = "Processing";

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public ObjectNode toJson() {
      return processing.toJson();
    }
  }

  record Claimed(RecycledContentClaim content) implements Claim {
    public static final String TYPE = "RecycledContentClaim";

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public ObjectNode toJson() {
      return content.toJson();
    }
  }

  record Corrected(Correction correction) implements Claim {
    public static final String TYPE = "Correction";

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public ObjectNode toJson() {
      return correction.toJson();
    }
  }

  record Certified(EnergyCertificate certificate) implements Claim {
    public static final String TYPE = "EnergyCertificate";

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public ObjectNode toJson() {
      return certificate.toJson();
    }
  }

  record HandedOver(EnergyCertificateTransfer transfer) implements Claim {
    public static final String TYPE = "EnergyCertificateTransfer";

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public ObjectNode toJson() {
      return transfer.toJson();
    }
  }

  record Cancelled(RenewableElectricityClaim electricity) implements Claim {
    public static final String TYPE = "RenewableElectricityClaim";

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public ObjectNode toJson() {
      return electricity.toJson();
    }
  }

  record Reversed(EnergyCorrection correction) implements Claim {
    public static final String TYPE = "EnergyCorrection";

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public ObjectNode toJson() {
      return correction.toJson();
    }
  }

  record Published(RulePackPublished publication) implements Claim {
    public static final String TYPE = "RulePackPublished";

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public ObjectNode toJson() {
      return publication.toJson();
    }
  }

  record Requested(FootprintRequested requested) implements Claim {
    public static final String TYPE = "FootprintRequested";

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public ObjectNode toJson() {
      return requested.toJson();
    }
  }

  record Answered(RequestAnswered answered) implements Claim {
    public static final String TYPE = "RequestAnswered";

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public ObjectNode toJson() {
      return answered.toJson();
    }
  }

  record Received(FootprintReceived received) implements Claim {
    public static final String TYPE = "FootprintReceived";

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public ObjectNode toJson() {
      return received.toJson();
    }
  }

  /**
   * Reads a complete claim: every disclosure is there, so the type's schema must hold. All
   * violations of the schema are reported together; pointers are relative to the claim.
   */
  static Outcome<Claim> parse(String type, JsonNode credentialSubject) {
    if (!Schemas.types().contains(type)) {
      return unknownType();
    }
    List<Problem> problems = Schemas.validate(type, credentialSubject);
    return problems.isEmpty() ? parseDisclosed(type, credentialSubject) : Outcome.refused(problems);
  }

  /** Reads what the reader may see of a claim; concealed parts are missing. */
  static Outcome<Claim> parseDisclosed(String type, JsonNode credentialSubject) {
    return switch (type) {
      case Admitted.TYPE ->
          Fields.read(credentialSubject, in -> new Admitted(ParticipantAdmitted.read(in)));
      case Enrolled.TYPE ->
          Fields.read(credentialSubject, in -> new Enrolled(KeyEnrolled.read(in)));
      case Rotated.TYPE -> Fields.read(credentialSubject, in -> new Rotated(KeyRotated.read(in)));
      case Revoked.TYPE -> Fields.read(credentialSubject, in -> new Revoked(KeyRevoked.read(in)));
      case Declared.TYPE ->
          Fields.read(credentialSubject, in -> new Declared(ProductFootprintDeclaration.read(in)));
      case Granted.TYPE -> Fields.read(credentialSubject, in -> new Granted(Grant.read(in)));
      case Withdrawn.TYPE ->
          Fields.read(credentialSubject, in -> new Withdrawn(Withdrawal.read(in)));
      case Recovered.TYPE ->
          Fields.read(credentialSubject, in -> new Recovered(RecoveryDeclaration.read(in)));
      case Batched.TYPE ->
          Fields.read(credentialSubject, in -> new Batched(MaterialBatch.read(in)));
      case Offered.TYPE -> Fields.read(credentialSubject, in -> new Offered(Transfer.read(in)));
      case Accepted.TYPE ->
          Fields.read(credentialSubject, in -> new Accepted(TransferAcceptance.read(in)));
      case Processed.TYPE ->
          Fields.read(credentialSubject, in -> new Processed(Processing.read(in)));
      case Claimed.TYPE ->
          Fields.read(credentialSubject, in -> new Claimed(RecycledContentClaim.read(in)));
      case Corrected.TYPE ->
          Fields.read(credentialSubject, in -> new Corrected(Correction.read(in)));
      case Certified.TYPE ->
          Fields.read(credentialSubject, in -> new Certified(EnergyCertificate.read(in)));
      case HandedOver.TYPE ->
          Fields.read(credentialSubject, in -> new HandedOver(EnergyCertificateTransfer.read(in)));
      case Cancelled.TYPE ->
          Fields.read(credentialSubject, in -> new Cancelled(RenewableElectricityClaim.read(in)));
      case Reversed.TYPE ->
          Fields.read(credentialSubject, in -> new Reversed(EnergyCorrection.read(in)));
      case Published.TYPE ->
          Fields.read(credentialSubject, in -> new Published(RulePackPublished.read(in)));
      case Requested.TYPE ->
          Fields.read(credentialSubject, in -> new Requested(FootprintRequested.read(in)));
      case Answered.TYPE ->
          Fields.read(credentialSubject, in -> new Answered(RequestAnswered.read(in)));
      case Received.TYPE ->
          Fields.read(credentialSubject, in -> new Received(FootprintReceived.read(in)));
      default -> unknownType();
    };
  }

  private static Outcome<Claim> unknownType() {
    return Outcome.refused(
        Problem.of(
            ProblemCode.STATEMENT_WRONG_TYPE,
            "There is no statement type of this name.",
            "Use one of " + String.join(", ", Schemas.types()) + "."));
  }
}
