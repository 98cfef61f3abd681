package io.tanlian.contracts.schema;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.tanlian.contracts.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The JSON Schemas (2020-12) of the claims, one for each statement type, the documents they refer
 * to, and those of rule packs, exports and the facts for exports. They come from the class path;
 * nothing is ever loaded from a network.
 */
public final class Schemas {
  /** Most violations that one validation reports. */
  public static final int problemsMax = 100;

  private static final String BASE = "https://schemas.tanlian.invalid";
  private static final List<String> TYPES =
      List.of(
          "ParticipantAdmitted",
          "KeyEnrolled",
          "KeyRotated",
          "KeyRevoked",
          "ProductFootprintDeclaration",
          "Grant",
          "Withdrawal",
          "RecoveryDeclaration",
          "MaterialBatch",
          "Transfer",
          "TransferAcceptance",
          "Processing",
          "RecycledContentClaim",
          "Correction",
          "EnergyCertificate",
          "EnergyCertificateTransfer",
          "RenewableElectricityClaim",
          "EnergyCorrection",
          "RulePackPublished",
          "FootprintRequested",
          "RequestAnswered",
          "FootprintReceived");
  private static final List<String> OTHERS =
      List.of(
          "Material",
          "Energy",
          "PactProductFootprint",
          "PactProductFootprintV2",
          "RulePack",
          "PassportFacts",
          "BatteryPassport",
          "CbamFacts",
          "CbamCommunicationSheet",
          "Shared");
  private static final Map<String, String> TEXTS =
      Stream.concat(TYPES.stream(), OTHERS.stream())
          .collect(Collectors.toMap(Function.identity(), Schemas::load, (a, b) -> a, TreeMap::new));
  private static final Map<String, Schema> COMPILED = compile();

  private Schemas() {}

  /** The statement types. */
  public static List<String> types() {
    return TYPES;
  }

  /** The path under which a schema is published: its {@code $id}. */
  public static String id(String name) {
    return "/schemas/" + name + "/1.json";
  }

  /**
   * The text of a schema: of a type, a rule pack, an export or its facts, or what schemas refer to
   * ({@code Shared}, {@code Material}, {@code Energy}, {@code PactProductFootprint}); empty for any
   * other name.
   */
  public static Optional<String> forType(String name) {
    return Optional.ofNullable(TEXTS.get(name));
  }

  /**
   * Every violation in a complete claim, at most {@value #problemsMax}, in the document's order;
   * empty if the schema holds. Pointers are relative to the claim.
   *
   * @throws IllegalArgumentException for a name that has no schema
   */
  public static List<Problem> validate(String type, JsonNode claim) {
    Schema schema = COMPILED.get(type);
    if (schema == null) {
      throw new IllegalArgumentException("there is no schema " + type);
    }
    return schema.validate(claim).stream()
        .map(error -> new Violation(error).problem())
        .distinct()
        .limit(problemsMax)
        .toList();
  }

  private static Map<String, Schema> compile() {
    Map<String, String> byAddress = new TreeMap<>();
    TEXTS.forEach((name, text) -> byAddress.put(BASE + id(name), text));
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(byAddress));
    Map<String, Schema> compiled = new TreeMap<>();
    for (String name : TEXTS.keySet()) {
      Schema schema = registry.getSchema(SchemaLocation.of(BASE + id(name)));
      schema.initializeValidators();
      compiled.put(name, schema);
    }
    return compiled;
  }

  private static String load(String name) {
    try (InputStream resource = Schemas.class.getResourceAsStream(id(name))) {
      if (resource == null) {
        throw new IllegalStateException("no resource " + id(name));
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
