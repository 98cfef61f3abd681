package io.tanlian.contracts.problem;

import java.util.Arrays;
import java.util.Optional;

/**
 * Every reason for which something is refused.
 *
 * <p>The dotted {@link #code()} is stable: clients may branch on it, so a code is never renamed and
 * never reused. {@link #httpStatus()} and {@link #title()} are what the native API answers with
 * (RFC 9457 {@code status} and {@code title}).
 */
public enum ProblemCode {
  JSON_INVALID("json.invalid", 400, "Not JSON"),
  JSON_NOT_STRICT("json.not-strict", 400, "JSON that readers may understand differently"),
  JSON_DUPLICATE_KEY("json.duplicate-key", 400, "A name occurs twice in one JSON object"),
  JSON_TRUNCATED("json.truncated", 400, "The JSON ends too early"),
  JSON_TOO_LARGE("json.too-large", 413, "The JSON is too large"),

  SCHEMA_INVALID("schema.invalid", 422, "The content breaks its schema"),
  SCHEMA_MISSING_FIELD("schema.missing-field", 422, "A required field is missing"),
  SCHEMA_UNKNOWN_FIELD("schema.unknown-field", 422, "A field is not part of the schema"),
  SCHEMA_DECIMAL_EXPECTED("schema.decimal-expected", 422, "A decimal string is expected"),
  SCHEMA_UNKNOWN_UNIT("schema.unknown-unit", 422, "The unit is not known"),
  SCHEMA_TOO_LONG("schema.too-long", 422, "A value is too long"),

  STATEMENT_MALFORMED("statement.malformed", 400, "Not a signed statement"),
  STATEMENT_TOO_LARGE("statement.too-large", 413, "The statement is too large"),
  STATEMENT_WRONG_TYPE("statement.wrong-type", 422, "Not a statement of a known type"),
  STATEMENT_WRONG_AUDIENCE("statement.wrong-audience", 422, "Signed for another ledger"),
  STATEMENT_ID_NOT_DERIVED(
      "statement.id-not-derived", 422, "The id does not follow from what is said"),
  STATEMENT_ID_CONFLICT("statement.id-conflict", 409, "The id is taken by other content"),
  STATEMENT_ISSUED_IN_FUTURE("statement.issued-in-future", 422, "Issued in the future"),

  DISCLOSURE_MALFORMED("disclosure.malformed", 400, "A disclosure cannot be read"),
  DISCLOSURE_UNMATCHED("disclosure.unmatched", 422, "A disclosure of another statement"),
  DISCLOSURE_DUPLICATE("disclosure.duplicate", 422, "A disclosure or digest occurs twice"),
  DISCLOSURE_WITHHELD("disclosure.withheld", 422, "A part that is not disclosed cannot be judged"),

  KEY_MALFORMED("key.malformed", 422, "The key cannot be read"),
  KEY_UNKNOWN("key.unknown", 422, "The key is not enrolled"),
  KEY_REVOKED("key.revoked", 422, "The key is revoked"),
  KEY_NOT_ISSUERS("key.not-issuers", 422, "The key belongs to another participant"),
  KEY_ALREADY_ENROLLED("key.already-enrolled", 409, "The key is already enrolled"),
  KEY_PROOF_INVALID("key.proof-invalid", 422, "The proof of possession does not hold"),

  SIGNATURE_INVALID("signature.invalid", 422, "The signature does not fit the content"),
  SIGNATURE_ALGORITHM_MISMATCH(
      "signature.algorithm-mismatch", 422, "The algorithm is not that of the enrolled key"),
  SIGNATURE_ALGORITHM_FORBIDDEN(
      "signature.algorithm-forbidden", 422, "The signature algorithm is not accepted"),

  REFERENCE_UNKNOWN("reference.unknown", 422, "The statement referred to is not on the ledger"),
  REFERENCE_NOT_EARLIER("reference.not-earlier", 422, "The statement referred to is not earlier"),
  REFERENCE_NOT_YOURS("reference.not-yours", 422, "The statement referred to is not yours"),
  REFERENCE_WRONG_TYPE("reference.wrong-type", 422, "The statement referred to is of another type"),
  REFERENCE_WRONG_PRODUCT(
      "reference.wrong-product", 422, "The statement referred to is about another product"),
  REFERENCE_WITHDRAWN("reference.withdrawn", 422, "The statement referred to is withdrawn"),
  REFERENCE_CORRECTED("reference.corrected", 422, "The statement referred to was corrected away"),

  FOOTPRINT_ID_CONFLICT("footprint.id-conflict", 409, "The footprint id is taken"),
  FOOTPRINT_NOT_GRANTED("footprint.not-granted", 409, "The recipient may not see the footprint"),
  FOOTPRINT_COMPANY_MISSING(
      "footprint.company-missing", 422, "The issuer is not a company of the footprint"),
  FOOTPRINT_PARTS_MISMATCH("footprint.parts-mismatch", 422, "A total is not the sum of its parts"),
  FOOTPRINT_INPUTS_MISMATCH(
      "footprint.inputs-mismatch", 422, "A figure does not follow from the inputs"),
  FOOTPRINT_NOT_COMPARABLE(
      "footprint.not-comparable", 422, "The figures cannot be compared with the inputs"),
  FOOTPRINT_METHODS_MIXED(
      "footprint.methods-mixed", 422, "Recycled inputs count by more than one method"),
  FOOTPRINT_METHOD_MISMATCH(
      "footprint.method-mismatch", 422, "A recycled input counts otherwise than its claim"),
  FOOTPRINT_RECYCLED_SHARE_EXCEEDED(
      "footprint.recycled-share-exceeded", 422, "More of an input is recycled than is claimed"),
  FOOTPRINT_EXEMPTIONS_EXCEEDED(
      "footprint.exemptions-exceeded", 422, "Too many emissions are exempted"),
  FOOTPRINT_VALIDITY_EXCEEDED(
      "footprint.validity-exceeded", 422, "The footprint is valid for too long"),
  FOOTPRINT_UNSIGNED("footprint.unsigned", 422, "Nobody who made the footprint signed it"),
  FOOTPRINT_OUTLIVES_INPUT(
      "footprint.outlives-input", 422, "The footprint is valid for longer than an input"),

  MATERIAL_EXCEEDS_INPUT(
      "material.exceeds-input", 422, "More of a material comes out than went in"),
  MATERIAL_FORMULA_UNKNOWN("material.formula-unknown", 422, "The formula cannot be read"),
  MATERIAL_COMPOSITION_MISMATCH(
      "material.composition-mismatch", 422, "A content does not fit the compound"),
  MATERIAL_LOT_TAKEN("material.lot-taken", 409, "The lot's name is taken at this plant"),
  MATERIAL_BATCH_UNKNOWN("material.batch-unknown", 422, "The batch is not on the ledger"),
  MATERIAL_BATCH_CORRECTED("material.batch-corrected", 422, "The batch was corrected away"),
  MATERIAL_NOT_YOURS("material.not-yours", 403, "The batch is another participant's"),
  MATERIAL_EXCEEDS_BATCH("material.exceeds-batch", 409, "Less is left of the batch"),
  MATERIAL_EXPIRED("material.expired", 422, "The credits have expired"),
  MATERIAL_CUSTODY_BROKEN("material.custody-broken", 422, "The chain of custody does not allow it"),
  MATERIAL_UNBALANCED("material.unbalanced", 422, "Not as much comes out as went in"),
  MATERIAL_NOT_RECOVERED("material.not-recovered", 422, "The material is waste"),
  MATERIAL_TRANSFER_MISFIT("material.transfer-misfit", 422, "Seller and buyer do not agree"),
  MATERIAL_SHARE_EXCEEDED(
      "material.share-exceeded", 422, "More is claimed than the allocations hold"),
  MATERIAL_ALREADY_USED("material.already-used", 409, "What it brought has been used"),
  MATERIAL_RETURN_MISFIT("material.return-misfit", 422, "What is returned is not what was used"),

  ENERGY_CERTIFICATE_UNKNOWN(
      "energy.certificate-unknown", 422, "The certificate is not on the ledger"),
  ENERGY_CERTIFICATE_RECORDED("energy.certificate-recorded", 409, "The certificate is recorded"),
  ENERGY_CERTIFICATE_CORRECTED(
      "energy.certificate-corrected", 422, "The certificate was corrected away"),
  ENERGY_NOT_YOURS("energy.not-yours", 403, "The certificate is another participant's"),
  ENERGY_EXCEEDS_CERTIFICATE("energy.exceeds-certificate", 409, "Less is left of the certificate"),
  ENERGY_EXPIRED("energy.expired", 422, "The certificate has expired"),
  ENERGY_NOT_RENEWABLE("energy.not-renewable", 422, "The electricity is not renewable"),
  ENERGY_PERIOD_MISFIT("energy.period-misfit", 422, "The period does not fit"),
  ENERGY_PERIOD_CLAIMED("energy.period-claimed", 409, "The period is claimed for"),
  ENERGY_TRANSFER_MISFIT("energy.transfer-misfit", 422, "Not what the certificate says"),
  ENERGY_ALREADY_USED("energy.already-used", 409, "The certificate has been used"),
  ENERGY_CORRECTION_MISFIT("energy.correction-misfit", 422, "Not what is to be undone"),

  RULE_PACK_VERSION_TAKEN(
      "rule-pack.version-taken", 409, "The version of the rule pack is published"),

  PARTICIPANT_UNKNOWN("participant.unknown", 422, "The participant is not admitted"),
  PARTICIPANT_ROLE_MISSING("participant.role-missing", 403, "The participant lacks the role"),
  PARTICIPANT_ALREADY_ADMITTED(
      "participant.already-admitted", 409, "The participant is already admitted"),

  ACCESS_UNAUTHENTICATED("access.unauthenticated", 401, "A valid access token is needed"),
  ACCESS_DENIED("access.denied", 403, "Not allowed"),
  ACCESS_LAST_OPERATOR("access.last-operator", 409, "Nobody could operate any more"),

  CONNECTION_EXISTS("connection.exists", 409, "There is such a connection already"),

  REQUEST_INVALID("request.invalid", 400, "The request cannot be understood"),
  REQUEST_TRUNCATED("request.truncated", 400, "The body ended too early"),
  REQUEST_NOT_FOUND("request.not-found", 404, "There is nothing here"),
  REQUEST_METHOD_NOT_ALLOWED("request.method-not-allowed", 405, "The path takes no such method"),
  REQUEST_TOO_LARGE("request.too-large", 413, "The request asks for too much"),
  REQUEST_EXISTS("request.exists", 409, "There is another request with this id"),
  REQUEST_ANSWERED("request.answered", 409, "The request is answered already"),
  REQUEST_TOO_MANY("request.too-many", 429, "Too many requests"),
  REQUEST_UNSUPPORTED_TYPE("request.unsupported-type", 415, "The content type is not accepted"),

  FOOTPRINT_NOT_TRANSLATABLE(
      "footprint.not-translatable", 422, "The footprint has no form in that version of PACT"),
  FOOTPRINT_NOT_COMPUTABLE(
      "footprint.not-computable", 422, "No footprint follows from the declarations"),

  ENTRY_MALFORMED("entry.malformed", 500, "The entry cannot be read"),
  ENTRY_FORGED("entry.forged", 500, "The entry says otherwise than its statement"),

  LOG_CHECKPOINT_INVALID("log.checkpoint-invalid", 500, "The checkpoint is not the log's"),
  LOG_ENTRY_CHANGED("log.entry-changed", 500, "An entry was changed"),
  LOG_TILE_CHANGED("log.tile-changed", 500, "A tile was changed"),
  LOG_MISSING("log.missing", 500, "Something the log signed is missing"),
  LOG_ROOT_MISMATCH("log.root-mismatch", 500, "The entries do not give the signed root"),
  LOG_ROLLED_BACK("log.rolled-back", 500, "The log is smaller than it was"),
  LOG_FORKED("log.forked", 500, "The log signed two histories"),
  LOG_ANSWER_DIFFERS("log.answer-differs", 500, "The server computes something else"),

  LEDGER_GENESIS_INVALID("ledger.genesis-invalid", 422, "The ledger does not begin as it must"),
  LEDGER_CORRUPT("ledger.corrupt", 500, "The ledger's store is damaged"),
  LEDGER_BUSY("ledger.busy", 503, "The ledger is busy"),
  LEDGER_UNAVAILABLE("ledger.unavailable", 503, "The ledger cannot be reached"),

  SERVICE_FAILED("service.failed", 500, "The service failed");

  private final String code;
  private final int httpStatus;
  private final String title;

  ProblemCode(String code, int httpStatus, String title) {
    this.code = code;
    this.httpStatus = httpStatus;
    this.title = title;
  }

  /** The stable dotted name, such as {@code json.duplicate-key}. */
  public String code() {
    return code;
  }

  /** The HTTP status the native API answers with. */
  public int httpStatus() {
    return httpStatus;
  }

  /** A short summary that is the same for every occurrence. */
  public String title() {
    return title;
  }

  /** The code with this dotted name, empty if there is none. */
  public static Optional<ProblemCode> parse(String code) {
    return Arrays.stream(values()).filter(known -> known.code.equals(code)).findFirst();
  }

  @Override
  public String toString() {
    return code;
  }
}
