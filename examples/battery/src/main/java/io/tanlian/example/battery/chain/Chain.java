package io.tanlian.example.battery.chain;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The chain: who makes what from what, in each scenario. */
public final class Chain {
  private final ChainFile file;
  private final Map<String, Company> companies;
  private final Map<String, Factor> factors;
  private final Map<String, Step> steps;
  private final Map<String, CoProductProcess> processes;
  private final List<Product> products;

  private Chain(ChainFile file) {
    this.file = file;
    this.companies = byKey(file.companies(), Company::key);
    this.factors = byKey(file.factors(), Factor::key);
    this.steps = byKey(file.steps(), Step::key);
    this.processes = byKey(file.coProductProcesses(), CoProductProcess::key);
    this.products = orderedProducts();
  }

  /** Reads the chain that comes with this module. */
  public static Chain read() {
    return new Chain(ChainFile.read());
  }

  /** What every text about the chain has to say first: it is fictional. */
  public String about() {
    return file.about();
  }

  public List<Company> companies() {
    return file.companies();
  }

  /** The company of this short name. */
  public Company company(String key) {
    return known(companies, key);
  }

  /**
   * All products, suppliers before their customers, save where a chain is a loop: there the
   * recycler's products come before the cathode they are made from.
   */
  public List<Product> products() {
    return products;
  }

  /** The products of one scenario, those that all scenarios share included, in the same order. */
  public List<Product> products(Scenario scenario) {
    return products.stream()
        .filter(product -> product.scenario().map(scenario::equals).orElse(true))
        .toList();
  }

  /** The product of this step in a scenario. */
  public Product product(String step, Scenario scenario) {
    return product(known(steps, step), scenario);
  }

  /** What its maker knows about a product. */
  public Facts facts(Product product) {
    Step step = known(steps, product.step());
    Optional<CoProductProcess> process = step.coProducts().map(key -> known(processes, key));
    Facts.Making making =
        step.published()
            .<Facts.Making>map(Facts.AsPublished::new)
            .orElseGet(() ->
                itemised(
                    process.map(CoProductProcess::inputs).orElse(step.inputs()),
                    process.map(CoProductProcess::direct).orElse(step.direct()),
                    product.scenario().orElse(Scenario.PRIMARY)));
    Provenance origin =
        step.published()
            .<Provenance>map(published -> published)
            .or(step::quantities)
            .or(() -> process.map(CoProductProcess::quantities))
            .orElseThrow();
    return new Facts(
        step.name(),
        step.unit(),
        step.massKg(),
        step.fossilCarbon(),
        making,
        origin,
        step.geography().isPresent(),
        step.exempted(),
        process.map(CoProductProcess::allocation),
        step.comparison());
  }

  /** What the scenario is about, in words. */
  public String name(Scenario scenario) {
    return file.scenarios().stream()
        .filter(named -> named.key() == scenario)
        .findFirst()
        .orElseThrow()
        .name();
  }

  /** The compound a step's product is, where it is one. */
  public Optional<Compound> compound(Product product) {
    return known(steps, product.step())
        .compound()
        .flatMap(formula ->
            file.compounds().stream().filter(c -> c.formula().equals(formula)).findFirst());
  }

  public AtomicMasses atomicMasses() {
    return file.atomicMasses();
  }

  /** Ratings of what a company emits itself. */
  public Ratings directRatings() {
    return file.directRatings();
  }

  public String specVersion() {
    return file.specVersion();
  }

  public Instant created() {
    return file.created();
  }

  public Instant referencePeriodStart() {
    return file.referencePeriodStart();
  }

  public Instant referencePeriodEnd() {
    return file.referencePeriodEnd();
  }

  private List<Product> orderedProducts() {
    List<Product> ordered = new ArrayList<>();
    for (Step step : file.steps()) {
      if (step.scenarios().isEmpty()) {
        ordered.add(product(step, Scenario.PRIMARY));
      }
    }
    for (Scenario scenario : Arrays.asList(Scenario.values())) {
      for (Step step : file.steps()) {
        if (!step.scenarios().isEmpty() && step.madeIn(scenario)) {
          ordered.add(product(step, scenario));
        }
      }
    }
    return List.copyOf(ordered);
  }

  private Product product(Step step, Scenario scenario) {
    if (!step.madeIn(scenario)) {
      throw new IllegalArgumentException(step.key() + " is not made in " + scenario.key());
    }
    return new Product(
        step.key(),
        company(step.company()),
        step.scenarios().isEmpty() ? Optional.empty() : Optional.of(scenario));
  }

  private Facts.Itemised itemised(List<Line> inputs, List<Line> direct, Scenario scenario) {
    return new Facts.Itemised(
        inputs.stream()
            .filter(line -> line.existsIn(scenario))
            .map(line -> flow(line, scenario))
            .toList(),
        direct.stream().map(this::ofFactor).toList());
  }

  private Flow flow(Line line, Scenario scenario) {
    return line.product()
        .<Flow>map(
            step -> new Flow.OfProduct(product(step, scenario), line.amount(), line.leaves()))
        .orElseGet(() -> ofFactor(line));
  }

  private Flow.OfFactor ofFactor(Line line) {
    return new Flow.OfFactor(
        known(factors, line.factor().orElseThrow()), line.amount(), line.leaves());
  }

  private static <T> Map<String, T> byKey(List<T> all, Function<T, String> key) {
    return all.stream().collect(toUnmodifiableMap(key, Function.identity()));
  }

  private static <T> T known(Map<String, T> map, String key) {
    T value = map.get(key);
    if (value == null) {
      throw new IllegalArgumentException("the chain has no " + key);
    }
    return value;
  }
}
