package io.tanlian.contracts.rulepack;

import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.schema.Schemas;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Thresholds of one law or standard, as data. A result names the pack and its version.
 *
 * @param id {@code eu-2023-1542-2031} for one
 * @param title in English
 * @param titleZh in Chinese
 * @param applies from when, or by when, and to whom; as the source says it
 */
public record RulePack(
    String id,
    String version,
    String title,
    String titleZh,
    String applies,
    List<Source> sources,
    List<Criterion> criteria) {
  /** The name of its schema. */
  public static final String SCHEMA = "RulePack";

  public RulePack {
    sources = List.copyOf(sources);
    criteria = List.copyOf(criteria);
  }

  /** Reads a pack; all violations of its schema are reported together. */
  public static Outcome<RulePack> parse(JsonNode json) {
    List<Problem> problems = Schemas.validate(SCHEMA, json);
    return problems.isEmpty() ? Fields.read(json, RulePack::read) : Outcome.refused(problems);
  }

  static RulePack read(Fields in) {
    return new RulePack(
        in.text("id"),
        in.text("version"),
        in.text("title"),
        in.text("titleZh"),
        in.text("applies"),
        in.objects("sources", Source::read),
        in.objects("criteria", Criterion::read));
  }

  /** Whether it has a threshold of this indicator. */
  public boolean sets(Indicator indicator) {
    return criteria.stream().anyMatch(criterion -> criterion.indicator() == indicator);
  }

  public ObjectNode toJson() {
    return new ObjectWriter()
        .value("id", id)
        .value("version", version)
        .value("title", title)
        .value("titleZh", titleZh)
        .value("applies", applies)
        .objects("sources", sources, Source::toJson)
        .objects("criteria", criteria, Criterion::toJson)
        .toJson();
  }
}
