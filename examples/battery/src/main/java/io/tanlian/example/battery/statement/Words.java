package io.tanlian.example.battery.statement;

import static java.util.stream.Collectors.joining;

import io.tanlian.contracts.pact.v3.Descriptions;
import io.tanlian.contracts.pact.v3.EmissionFactorSource;
import io.tanlian.example.battery.chain.Chain;
import io.tanlian.example.battery.chain.Exempted;
import io.tanlian.example.battery.chain.Factor;
import io.tanlian.example.battery.chain.Facts;
import io.tanlian.example.battery.chain.Flow;
import io.tanlian.example.battery.chain.Product;
import io.tanlian.example.battery.chain.Provenance;
import io.tanlian.example.battery.chain.Published;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a declaration says in words: that it is an example, and where its figures come from. */
final class Words {
  private static final String MARKS =
      "Marks: T seen in the source, S quoted by a secondary source, K general knowledge or an"
          + " assumption, to be checked before anyone relies on it.";

  private final Product product;
  private final Facts facts;
  private final Optional<String> scenario;

  Words(Product product, Chain chain) {
    this.product = product;
    this.facts = chain.facts(product);
    this.scenario = product.scenario().map(chain::name);
  }

  String description() {
    return facts.name()
        + ", a fictional product."
        + scenario.map(name -> " Scenario: " + name + ".").orElse("");
  }

  String comment() {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "Illustrative example: "
            + product.maker().name()
            + " does not exist, nothing was measured, and nobody verified these figures.");
    sentences.add("Sources: " + sources() + ".");
    sentences.add(MARKS);
    published().map(Published::note).ifPresent(sentences::add);
    factors().flatMap(factor -> factor.note().stream()).distinct().forEach(sentences::add);
    facts.comparison().ifPresent(sentences::add);
    return String.join(" ", sentences);
  }

  Descriptions descriptions() {
    return new Descriptions(
        "Cradle to gate. " + boundary(),
        facts.exempted().map(Exempted::why).orElse("Nothing is known to be left out."),
        facts.allocation().orElse("One product: nothing to allocate."));
  }

  /** The databases of secondary data, each once. */
  List<EmissionFactorSource> secondarySources() {
    return Stream.concat(
            published().stream()
                .map(
                    published -> new EmissionFactorSource(published.source(), published.version())),
            factors().map(Words::source))
        .distinct()
        .toList();
  }

  /** The database a factor comes from, with its mark. */
  static EmissionFactorSource source(Factor factor) {
    return new EmissionFactorSource(factor.source(), factor.version());
  }

  private String boundary() {
    return switch (facts.making()) {
      case Facts.AsPublished _ -> "One published figure; its inputs are not itemised.";
      case Facts.Itemised _ ->
          "Bought products with their suppliers' footprints; besides: "
              + factors().map(Factor::name).distinct().collect(joining("; "))
              + ".";
    };
  }

  private String sources() {
    Stream<Provenance> all =
        Stream.concat(
            Stream.of(facts.origin(), facts.fossilCarbon()),
            Stream.concat(facts.exempted().stream(), factors()));
    return all.map(known -> "%s [%s]".formatted(known.source(), known.mark()))
        .distinct()
        .collect(joining("; "));
  }

  private Optional<Published> published() {
    return facts.making() instanceof Facts.AsPublished(Published published)
        ? Optional.of(published)
        : Optional.empty();
  }

  private Stream<Factor> factors() {
    return switch (facts.making()) {
      case Facts.AsPublished _ -> Stream.empty();
      case Facts.Itemised(List<Flow> inputs, List<Flow.OfFactor> direct) ->
          Stream.of(inputs, direct)
              .flatMap(List::stream)
              .flatMap(flow -> flow instanceof Flow.OfFactor of ? Stream.of(of) : Stream.empty())
              .map(Flow.OfFactor::factor);
    };
  }
}
