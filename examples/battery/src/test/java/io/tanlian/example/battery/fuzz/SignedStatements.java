package io.tanlian.example.battery.fuzz;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.json.Base64Url;
import io.tanlian.contracts.key.SigningKey;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.schema.Schemas;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.SignedStatement;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Statements that are signed rightly over content that is not right. */
final class SignedStatements {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private SignedStatements() {}

  static String next(World.Seed seed, List<String> knownTexts, Random random) {
    StatementId id = new StatementId(new UUID(random.nextLong(), random.nextLong()));
    SignedStatement signed = seed.issuer().sign(id, fresh(seed.claim(), random));
    String[] parts = signed.jwt().split("\\.", -1);
    String header = decoded(parts[0]);
    String payload = decoded(parts[1]);
    List<String> disclosures = new ArrayList<>(signed.disclosures());
    switch (random.nextInt(12)) {
      case 0, 10, 11 -> {}
      case 1 -> header = MutatedJson.of(header, 1, random);
      case 2, 3, 4 -> {
        if (!disclosures.isEmpty()) {
          int which = random.nextInt(disclosures.size());
          String other = mutatedDisclosure(disclosures.get(which), random);
          payload = payload.replace(digest(disclosures.get(which)), digest(other));
          disclosures.set(which, other);
        }
      }
      case 5, 6 -> {
        payload = generated(payload, knownTexts, random);
        disclosures.clear();
      }
      default -> payload = subjectMutated(payload, random);
    }
    return format(header, payload, disclosures, seed.issuer().key());
  }

  /** A declaration of a product that nobody declared yet; anything else as it is. */
  private static Claim fresh(Claim claim, Random random) {
    ObjectNode json = claim.toJson();
    if (!json.has("productFootprint")) {
      return claim;
    }
    UUID footprint = new UUID(random.nextLong(), random.nextLong());
    json.withObject("/productFootprint")
        .put("id", footprint.toString())
        .putArray("productIds")
        .add("urn:example:product:" + footprint);
    return switch (Claim.parse(claim.type(), json)) {
      case Outcome.Accepted<Claim>(Claim read) -> read;
      case Outcome.Refused<Claim>(var problems) -> throw new AssertionError(problems);
    };
  }

  private static String subjectMutated(String payload, Random random) {
    ObjectNode tree = (ObjectNode) JSON.readTree(payload);
    String whole = JSON.writeValueAsString(tree.path("credentialSubject"));
    return random.nextInt(4) == 0
        ? MutatedJson.of(tree, 1, random)
        : payload.replace(
            whole, MutatedJson.of(tree.path("credentialSubject"), 1 + random.nextInt(2), random));
  }

  private static String generated(String payload, List<String> knownTexts, Random random) {
    ObjectNode tree = (ObjectNode) JSON.readTree(payload);
    String type =
        tree.path("type")
            .valueStream()
            .map(JsonNode::stringValue)
            .filter(name -> Schemas.forType(name).isPresent())
            .findFirst()
            .orElseThrow();
    tree.remove("_sd_alg");
    tree.set("credentialSubject", new SchemaValues(knownTexts, random).ofType(type));
    return JSON.writeValueAsString(tree);
  }

  private static String mutatedDisclosure(String disclosure, Random random) {
    String text = decoded(disclosure);
    return encoded(MutatedJson.of(text, 1, random));
  }

  private static String digest(String disclosure) {
    try {
      return Base64Url.encode(
          MessageDigest.getInstance("SHA-256").digest(disclosure.getBytes(US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static String format(
      String header, String payload, List<String> disclosures, SigningKey key) {
    String signed = encoded(header) + "." + encoded(payload);
    StringBuilder text =
        new StringBuilder(signed)
            .append('.')
            .append(Base64Url.encode(key.sign(signed.getBytes(UTF_8))))
            .append('~');
    disclosures.forEach(disclosure -> text.append(disclosure).append('~'));
    return text.toString();
  }

  private static String encoded(String text) {
    return Base64Url.encode(text.getBytes(UTF_8));
  }

  private static String decoded(String text) {
    return new String(Base64Url.decode(text).orElseThrow(), UTF_8);
  }
}
