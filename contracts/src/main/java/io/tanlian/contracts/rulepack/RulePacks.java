package io.tanlian.contracts.rulepack;

import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.problem.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The packs that come with Tanlian. Others are read from files of the same form. */
public final class RulePacks {
  private static final List<String> IDS =
      List.of(
          "cn-2025-21",
          "cn-2025-21-materials",
          "cn-2025-21-energy",
          "eu-2023-1542-2027",
          "eu-2023-1542-2031",
          "eu-2023-1542-2036");

  private static final List<RulePack> PACKS = IDS.stream().map(RulePacks::load).toList();

  private RulePacks() {}

  public static List<RulePack> all() {
    return PACKS;
  }

  private static RulePack load(String id) {
    return switch (StrictJson.parse(text(id)).then(RulePack::parse)) {
      case Outcome.Accepted<RulePack>(RulePack pack) -> pack;
      case Outcome.Refused<RulePack>(var problems) ->
          throw new IllegalStateException("rule pack %s: %s".formatted(id, problems));
    };
  }

  private static String text(String id) {
    try (InputStream resource =
        RulePacks.class.getResourceAsStream("/rulepacks/%s.json".formatted(id))) {
      if (resource == null) {
        throw new IllegalStateException("no rule pack " + id);
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
