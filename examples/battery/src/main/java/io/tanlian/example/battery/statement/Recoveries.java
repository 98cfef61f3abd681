package io.tanlian.example.battery.statement;

import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.example.battery.chain.Chain;
import io.tanlian.example.battery.chain.Company;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What the chain's recyclers declare of a year's recovery, as the data file says. */
final class Recoveries {
  private static final String RESOURCE = "/battery/recoveries.json";

  private Recoveries() {}

  static List<Prepared> of(Chain chain) {
    List<Prepared> prepared = new ArrayList<>();
    for (JsonNode one : accepted(StrictJson.parse(bytes()))) {
      Company company = chain.company(one.get("company").asString());
      String title = one.get("title").asString();
      prepared.add(
          new Prepared(
              Names.recovery(company, title),
              company,
              "%s declares %s".formatted(company.name(), title),
              accepted(Claim.parse(Claim.Recovered.TYPE, one.get("claim")))));
    }
    return List.copyOf(prepared);
  }

  private static byte[] bytes() {
    try (InputStream data = Recoveries.class.getResourceAsStream(RESOURCE)) {
      if (data == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the class path");
      }
      return data.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T accepted(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Accepted<T>(T value) -> value;
      case Outcome.Refused<T>(var problems) ->
          throw new IllegalStateException("%s: %s".formatted(RESOURCE, problems));
    };
  }
}
