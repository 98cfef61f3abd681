package io.tanlian.example.battery.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.key.SignatureAlgorithm;
import io.tanlian.contracts.key.SigningKey;
import io.tanlian.contracts.schema.Schemas;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.example.battery.chain.Company;
import io.tanlian.example.battery.service.Exchange;
import io.tanlian.example.battery.service.Participant;
import io.tanlian.example.battery.statement.Prepared;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What is right on one exchange: its companies, what they may state, and the names in use. */
final class World {
  private static final int TEXTS_OF_A_NAME_MAX = 40;
  private static final int SEEDS_OF_A_TYPE_MAX = 2;

  private final Participant company;
  private final Participant operator;
  private final List<Seed> seeds = new ArrayList<>();
  private final List<Seed> declarations;
  private final Map<String, TreeSet<String>> texts = new TreeMap<>();
  private final Map<String, List<String>> ids = new HashMap<>();

  /** Something that an issuer may state, as far as form and right go. */
  record Seed(Participant issuer, Claim claim) {}

  World(Exchange exchange) throws Exception {
    company = exchange.company("pack-maker");
    operator = exchange.operator();
    addSeeds(exchange);
    declarations = seeds.stream().filter(seed -> seed.claim() instanceof Claim.Declared).toList();
    for (String list :
        List.of(
            "/3/footprints", "/2/footprints", "/v1/offers", "/v1/certificates", "/v1/clients")) {
      learn(Exchange.json(company.get(list)));
    }
    ids.put("statements", texts("statement"));
    ids.put("products", texts("productIds"));
    ids.put("footprints", texts("id"));
    ids.put("recycled-content", texts("claim"));
    ids.put("renewable-electricity", texts("claim"));
    ids.put("schemas", Schemas.types());
    ids.put("tile", List.of("0", "1", "000.p/5", "000.p/133", "x001/067"));
    ids.put("health", List.of("liveness", "readiness"));
    ids.put("clients", created(exchange, "/v1/clients", clientBody(), operator, "clientId"));
    ids.put("connections", created(exchange, "/v1/connections", connectionBody(), company, "id"));
  }

  Participant company() {
    return company;
  }

  Participant operator() {
    return operator;
  }

  /** Often a declaration: nothing else is stated as often, or has as much in it. */
  Seed seed(Random random) {
    return Oddities.oneOf(random.nextInt(3) == 0 ? declarations : seeds, random);
  }

  /** What may stand in a path below this folder. */
  List<String> idsOf(String path) {
    for (String folder : path.split("/", -1)) {
      if (ids.containsKey(folder)) {
        return ids.get(folder);
      }
    }
    return texts("statement");
  }

  /** What stands somewhere under this name, or one like it. */
  List<String> texts(String name) {
    return texts.entrySet().stream()
        .filter(one -> one.getKey().startsWith(name) || name.startsWith(one.getKey()))
        .flatMap(one -> one.getValue().stream())
        .toList();
  }

  List<String> allTexts() {
    return texts.values().stream().flatMap(Collection::stream).distinct().toList();
  }

  String clientBody() {
    return "{\"participant\":\"%s\",\"role\":\"supplier\"}".formatted(company.id().value());
  }

  String connectionBody() {
    return """
    {"baseUrl":"https://localhost:1","versions":["2","3"],"clientId":"us","clientSecret":"secret",
     "wantsPublished":true,"fetchEvery":"PT24H"}\
    """;
  }

  private void addSeeds(Exchange exchange) throws Exception {
    Map<Company, Participant> issuers = new LinkedHashMap<>();
    Map<String, Integer> counts = new HashMap<>();
    for (Prepared prepared : exchange.node().statements().inOrder()) {
      learn(prepared.claim().toJson());
      learn("statement", prepared.id().value());
      if (counts.merge(prepared.claim().type(), 1, Integer::sum) <= SEEDS_OF_A_TYPE_MAX) {
        Participant issuer = issuers.get(prepared.issuer());
        if (issuer == null) {
          issuer =
              prepared.issuer().id().equals(operator.id())
                  ? operator
                  : exchange.company(prepared.issuer().key());
          issuers.put(prepared.issuer(), issuer);
        }
        seeds.add(new Seed(issuer, prepared.claim()));
      }
    }
    SigningKey spare = SigningKey.generate(SignatureAlgorithm.ED25519, new SecureRandom());
    company.enrol(spare);
    learn("key", spare.publicKey().kid());
  }

  private void learn(JsonNode json) {
    json.forEachEntry((name, value) -> {
      for (JsonNode one : value.isArray() ? value.valueStream().toList() : List.of(value)) {
        if (one.isString()) {
          learn(name, one.stringValue());
        }
      }
    });
    json.forEach(this::learn);
  }

  private void learn(String name, String text) {
    TreeSet<String> known = texts.computeIfAbsent(name, _ -> new TreeSet<>());
    if (known.size() < TEXTS_OF_A_NAME_MAX) {
      known.add(text);
    }
  }

  private static List<String> created(
      Exchange exchange, String path, String body, Participant by, String id) throws Exception {
    List<String> created = new ArrayList<>();
    int wanted = path.endsWith("clients") ? 6 : 1;
    for (int i = 0; i < wanted; i++) {
      HttpResponse<String> answer = exchange.post(path, "application/json", body, by.token());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
      created.add(Exchange.json(answer).path(id).stringValue());
    }
    return created;
  }
}
