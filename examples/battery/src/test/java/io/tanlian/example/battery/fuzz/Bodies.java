package io.tanlian.example.battery.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is put into requests: right, nearly right, from a schema, or broken on the way. */
final class Bodies {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String PACT = "org.wbcsd.pact.ProductFootprint.";
  private static final String PATHFINDER = "org.wbcsd.pathfinder.ProductFootprint";
  private static final String REJECTED =
      "{\"requestEventId\":\"1\",\"error\":{\"code\":\"NotFound\",\"message\":\"No.\"}}";

  private final World world;
  private final JsonNode description;
  private final List<String> knownTexts;

  Bodies(World world, JsonNode description) {
    this.world = world;
    this.description = description;
    this.knownTexts = world.allTexts();
  }

  /** A text for this endpoint; {@code seed} is whose statement it is where it is one. */
  String text(Endpoint endpoint, World.Seed seed, Random random) {
    if (endpoint.path().equals("/v1/statements")) {
      return SignedStatements.next(seed, knownTexts, random);
    }
    if (endpoint.path().equals("/auth/token")) {
      return Oddities.oneOf(
              List.of(
                  "grant_type=client_credentials",
                  "grant_type=client_credentials&scope=",
                  "grant_type="),
              random)
          + (random.nextInt(3) == 0 ? Percent.encoded(Oddities.text(random)) : "");
    }
    String right = right(endpoint.path(), random);
    int way = random.nextInt(10);
    if (right.isEmpty() || (way == 0 && !endpoint.body().isMissingNode())) {
      JsonNode generated =
          new SchemaValues(knownTexts, random).value(endpoint.body(), description, 0);
      return MutatedJson.of(generated, random.nextInt(2), random);
    }
    return way < 4 ? right : MutatedJson.of(right, 1 + random.nextInt(3), random);
  }

  /** The text as bytes, now and then not as it was meant. */
  byte[] bytes(String text, Random random) {
    byte[] right = text.getBytes(UTF_8);
    return switch (random.nextInt(24)) {
      case 0 -> Arrays.copyOf(right, random.nextInt(right.length + 1));
      case 1 -> text.getBytes(UTF_16);
      case 2 -> ("\ufeff" + text).getBytes(UTF_8);
      case 3 -> changed(right, random);
      case 4 -> (text + "\u00e9\u00ff").getBytes(ISO_8859_1);
      case 5 -> (text + text).getBytes(UTF_8);
      case 6 -> Oddities.json(random).getBytes(UTF_8);
      default -> right;
    };
  }

  private static byte[] changed(byte[] right, Random random) {
    byte[] changed = right.clone();
    for (int i = 0; i < 1 + changed.length / 50 && changed.length > 0; i++) {
      changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
    }
    return changed;
  }

  private String right(String path, Random random) {
    return switch (path) {
      case "/v1/clients" -> world.clientBody();
      case "/v1/connections" ->
          world
              .connectionBody()
              .replace("localhost:1", "host%d.invalid".formatted(random.nextInt(9)));
      case "/v1/connections/{id}/credentials" -> "{\"clientId\":\"we\",\"clientSecret\":\"s\"}";
      case "/v1/connections/{id}/fetch" -> criteria(random);
      case "/v1/requests/{id}/fulfilment" ->
          "{\"footprints\":[\"%s\"]}".formatted(one("id", random));
      case "/v1/requests/{id}/rejection" -> "{\"message\":\"No more.\"}";
      case "/2/events" -> eventOfVersion2(random);
      case "/3/events" -> eventOfVersion3(random);
      default -> "";
    };
  }

  private String criteria(Random random) {
    return """
    {"productId":["%s"],"companyId":["%s"],"geography":["CN"],"validOn":"2026-01-01T00:00:00Z"}\
    """
        .formatted(one("productIds", random), world.company().id().value());
  }

  private String eventOfVersion3(Random random) {
    return switch (random.nextInt(4)) {
      case 0 ->
          event(
              PACT + "PublishedEvent.3",
              "{\"pfIds\":[\"%s\"]}".formatted(one("id", random)),
              random);
      case 1 -> event(PACT + "RequestRejectedEvent.3", REJECTED, random);
      case 2 ->
          event(
              PACT + "RequestFulfilledEvent.3",
              "{\"requestEventId\":\"1\",\"pfs\":[%s]}".formatted(footprint(random)),
              random);
      default -> event(PACT + "RequestCreatedEvent.3", criteria(random), random);
    };
  }

  private String eventOfVersion2(Random random) {
    return switch (random.nextInt(4)) {
      case 0 ->
          event(
              PATHFINDER + ".Published.v1",
              "{\"pfIds\":[\"%s\"]}".formatted(one("id", random)),
              random);
      case 1 -> event(PATHFINDER + "Request.Rejected.v1", REJECTED, random);
      case 2 ->
          event(
              PATHFINDER + "Request.Fulfilled.v1",
              "{\"requestEventId\":\"1\",\"pfs\":[%s]}".formatted(footprint(random)),
              random);
      default ->
          event(
              PATHFINDER + "Request.Created.v1",
              "{\"pf\":{\"productIds\":[\"%s\"]},\"comment\":\"\"}"
                  .formatted(one("productIds", random)),
              random);
    };
  }

  private static String event(String type, String data, Random random) {
    return """
    {"type":"%s","specversion":"1.0","id":"event-%d","source":"https://localhost:1/3/events",
     "time":"2026-01-31T00:00:00Z","data":%s}\
    """
        .formatted(type, random.nextInt(1_000_000), data);
  }

  private String footprint(Random random) {
    JsonNode footprint = world.seed(random).claim().toJson().path("productFootprint");
    return footprint.isMissingNode() ? "{}" : JSON.writeValueAsString(footprint);
  }

  private String one(String name, Random random) {
    return Oddities.oneOf(world.texts(name), random);
  }
}
