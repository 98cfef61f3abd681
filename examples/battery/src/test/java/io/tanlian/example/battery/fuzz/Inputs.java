package io.tanlian.example.battery.fuzz;

import io.tanlian.example.battery.service.Participant;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The inputs of one run: each follows from the seed and its number alone. */
final class Inputs {
  private static final Pattern PLACE = Pattern.compile("\\{[^}]*}");
  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "FOO", "get");

  private final long seed;
  private final List<Endpoint> endpoints;
  private final Endpoint statements;
  private final World world;
  private final Bodies bodies;
  private final Queries queries;
  private final String host;

  Inputs(long seed, Endpoints endpoints, World world, String host) {
    this.seed = seed;
    this.endpoints = endpoints.all();
    this.statements =
        this.endpoints.stream()
            .filter(endpoint -> endpoint.toString().equals("POST /v1/statements"))
            .findFirst()
            .orElseThrow();
    this.world = world;
    this.bodies = new Bodies(world, endpoints.document());
    this.queries = new Queries(world);
    this.host = host;
  }

  /** Endpoints take turns; every fourth input is a signed statement. */
  Input get(int number) {
    Random random = new Random(seed + number * 0x9E3779B97F4A7C15L);
    Endpoint endpoint =
        number % 4 == 3 ? statements : endpoints.get((number - number / 4) % endpoints.size());
    World.Seed statement = world.seed(random);
    Participant caller = caller(endpoint, statement, random);
    String method = random.nextInt(40) == 0 ? Oddities.oneOf(METHODS, random) : endpoint.method();
    boolean withBody = List.of("POST", "PUT", "PATCH").contains(method) || random.nextInt(30) == 0;
    return new Input(
        endpoint,
        method,
        path(endpoint, random) + queries.of(endpoint, random),
        Headers.of(endpoint, host, caller.token(), random),
        withBody ? bodies.bytes(bodies.text(endpoint, statement, random), random) : new byte[0],
        withBody && random.nextInt(10) == 0);
  }

  private Participant caller(Endpoint endpoint, World.Seed statement, Random random) {
    if (endpoint.path().equals("/v1/statements") && random.nextInt(20) > 0) {
      return statement.issuer();
    }
    return random.nextInt(3) == 0 ? world.operator() : world.company();
  }

  private String path(Endpoint endpoint, Random random) {
    List<String> known = world.idsOf(endpoint.path());
    String path =
        PLACE
            .matcher(endpoint.path())
            .replaceAll(_ -> Matcher.quoteReplacement(Percent.segment(known, random)));
    return switch (random.nextInt(60)) {
      case 0 -> path + "/";
      case 1 -> path + ";x=" + Percent.odd(random);
      case 2 -> path.replaceFirst("/", "//");
      default -> path;
    };
  }
}
