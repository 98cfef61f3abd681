package io.tanlian.contracts.statement;

import io.tanlian.contracts.schema.Schemas;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of statements a ledger takes. */
public enum StatementType {
  PARTICIPANT_ADMITTED(Claim.Admitted.TYPE),
  KEY_ENROLLED(Claim.Enrolled.TYPE),
  KEY_ROTATED(Claim.Rotated.TYPE),
  KEY_REVOKED(Claim.Revoked.TYPE),
  PRODUCT_FOOTPRINT_DECLARATION(Claim.Declared.TYPE),
  GRANT(Claim.Granted.TYPE),
  WITHDRAWAL(Claim.Withdrawn.TYPE),
  RECOVERY_DECLARATION(Claim.Recovered.TYPE),
  MATERIAL_BATCH(Claim.Batched.TYPE),
  TRANSFER(Claim.Offered.TYPE),
  TRANSFER_ACCEPTANCE(Claim.Accepted.TYPE),
  PROCESSING(Claim.Processed.TYPE),
  RECYCLED_CONTENT_CLAIM(Claim.Claimed.TYPE),
  CORRECTION(Claim.Corrected.TYPE),
  ENERGY_CERTIFICATE(Claim.Certified.TYPE),
  ENERGY_CERTIFICATE_TRANSFER(Claim.HandedOver.TYPE),
  RENEWABLE_ELECTRICITY_CLAIM(Claim.Cancelled.TYPE),
  ENERGY_CORRECTION(Claim.Reversed.TYPE),
  RULE_PACK_PUBLISHED(Claim.Published.TYPE),
  FOOTPRINT_REQUESTED(Claim.Requested.TYPE),
  REQUEST_ANSWERED(Claim.Answered.TYPE),
  FOOTPRINT_RECEIVED(Claim.Received.TYPE);

  /** The version of every type, in the ledger entries that carry it. */
  public static final String VERSION = "1";

  private final String wireName;

  StatementType(String wireName) {
    this.wireName = wireName;
  }

  /** The type of a claim. */
  public static StatementType of(Claim claim) {
    return ofWireName(claim.type()).orElseThrow();
  }

  /** The type that claims and schemas call by this name. */
  public static Optional<StatementType> ofWireName(String wireName) {
    return Arrays.stream(values()).filter(type -> type.wireName.equals(wireName)).findFirst();
  }

  /** The type of the ledger entry that carries such a statement. */
  public static Optional<StatementType> ofEntryType(String entryType) {
    return Arrays.stream(values()).filter(type -> type.entryType().equals(entryType)).findFirst();
  }

  public String wireName() {
    return wireName;
  }

  /** The ledger entry's type, {@code io.tanlian.Grant} for one. */
  public String entryType() {
    return "io.tanlian." + wireName;
  }

  /** The {@code id} of the credential's schema, relative to the exchange. */
  public String schemaId() {
    return Schemas.id(wireName);
  }
}
