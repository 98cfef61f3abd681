package io.tanlian.example.battery.statement;

import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.example.battery.chain.Chain;
import io.tanlian.example.battery.chain.Company;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What the chain's companies recover and what becomes of it, as the data file says: a year's
 * recovery, the metals of 1,000 packs from recycler to pack, and certificates of wind electricity.
 *
 * <p>In the file {@code @year} is the current year, {@code @company-x} a company's id, and any
 * other {@code @name} the id of the statement of that name.
 */
final class Movements {
  private static final String RESOURCE = "/battery/material.json";
  private static final Pattern REFERENCE = Pattern.compile("@(year|[a-z]+(?:-[a-z]+)*)");
  private static final String YEAR = "year";
  private static final String COMPANY = "company-";

  private Movements() {}

  static List<Prepared> of(Chain chain, Year year) {
    List<Prepared> prepared = new ArrayList<>();
    String text = REFERENCE.matcher(text()).replaceAll(found -> resolved(found, chain, year));
    for (JsonNode one : accepted(StrictJson.parse(text))) {
      Company company = chain.company(one.get("company").asString());
      prepared.add(
          new Prepared(
              Names.movement(one.get("name").asString()),
              company,
              "%s %s %s"
                  .formatted(
                      company.name(), one.get("verb").asString(), one.get("title").asString()),
              accepted(Claim.parse(one.get("type").asString(), one.get("claim")))));
    }
    return List.copyOf(prepared);
  }

  private static String resolved(MatchResult found, Chain chain, Year year) {
    String name = found.group(1);
    if (name.equals(YEAR)) {
      return year.toString();
    }
    return name.startsWith(COMPANY)
        ? chain.company(name.substring(COMPANY.length())).id().value()
        : Names.movement(name).value();
  }

  private static String text() {
    try (InputStream data = Movements.class.getResourceAsStream(RESOURCE)) {
      if (data == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the class path");
      }
      return new String(data.readAllBytes(), StandardCharsets.UTF_8);
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
