package io.tanlian.contracts.declaration;

import static io.tanlian.contracts.problem.Outcomes.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.material.RecyclingMethod;
import io.tanlian.contracts.pact.v3.EmissionFactorSource;
import io.tanlian.contracts.pact.v3.PcfComponent;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.unit.Quantity;
import io.tanlian.contracts.unit.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class ProductFootprintDeclarationTest {
  private static final List<Unit> UNITS = List.of(Unit.values());

  @Test
  void any_declaration_is_read_from_its_own_json_as_it_was() {
    ProductFootprintDeclaration base = read(json());
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      var declaration =
          new ProductFootprintDeclaration(
              base.footprint(), quantity(random), inputs(random), figures(random));
      ObjectNode written = declaration.toJson();
      String text = StrictJson.format(written);
      Claim back = accepted(Claim.parse(Claim.Declared.TYPE, accepted(StrictJson.parse(text))));
      assertThat(back).as("seed %d: %s", seed, text).isEqualTo(new Claim.Declared(declaration));
    }
  }

  @Test
  void an_input_goes_in_unless_it_says_otherwise() {
    ObjectNode json = json();
    ((ObjectNode) json.get("inputs").get(0)).remove("direction");
    assertThat(read(json).inputs().getFirst().direction()).isEqualTo(InputLine.Direction.IN);
  }

  @Test
  void an_imported_footprint_declares_no_calculation() {
    ObjectNode json = json();
    json.remove(List.of("output", "inputs", "directEmissions"));
    assertThat(read(json).toJson()).isEqualTo(json);
  }

  @Test
  void a_reader_may_see_any_part_alone() {
    for (String seen : List.of("output", "inputs", "directEmissions")) {
      ObjectNode json = json();
      json.retain("productFootprint", seen);
      ((ObjectNode) json.get("productFootprint").get("pcf")).remove("pcfExcludingBiogenicUptake");
      Claim claim = accepted(Claim.parseDisclosed(Claim.Declared.TYPE, json));
      assertThat(claim.toJson().has(seen)).isTrue();
    }
  }

  @Test
  void an_emission_factor_states_at_least_one_component() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EmissionFactor(new EmissionFactorSource("F", "1"), new TreeMap<>()));
  }

  @Test
  void a_recycled_input_names_its_method_and_only_cff_has_terms_of_its_own() {
    RecycledInput cff = Objects.requireNonNull(read(json()).inputs().get(3).recycled());
    assertThat(cff.method()).isEqualTo(RecyclingMethod.CFF);
    assertThat(cff.formula()).isInstanceOf(RecyclingFormula.Circular.class);

    ObjectNode json = json();
    ((ObjectNode) json.get("inputs").get(3).get("recycled"))
        .put("method", "cutOff")
        .remove("circular");
    RecycledInput cutOff = Objects.requireNonNull(read(json).inputs().get(3).recycled());
    assertThat(cutOff.method()).isEqualTo(RecyclingMethod.CUT_OFF);
    assertThat(read(json).toJson()).isEqualTo(json);
  }

  @Test
  void shares_and_qualities_are_parts_of_a_whole_however_they_are_made() {
    BigDecimal overOne = new BigDecimal("1.001");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RecyclingFormula.Circular(overOne, BigDecimal.ONE, null))
        .withMessageContaining("a (A) is from 0 to 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RecyclingFormula.Circular(BigDecimal.ONE, BigDecimal.ZERO, null))
        .withMessageContaining("quality (Qsin/Qp) is above 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RecyclingFormula.Circular(BigDecimal.ONE.negate(), overOne, null));
  }

  private static List<InputLine> inputs(Random random) {
    List<InputLine> inputs = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      SortedMap<PcfComponent, BigDecimal> values = figures(random);
      inputs.add(
          new InputLine(
              ProductId.parse("urn:example:part-" + random.nextInt(1_000)),
              random.nextBoolean() ? InputLine.Direction.IN : InputLine.Direction.OUT,
              quantity(random),
              random.nextBoolean()
                  ? new StatementId(new UUID(random.nextLong(), random.nextLong()))
                  : null,
              values.isEmpty()
                  ? null
                  : new EmissionFactor(new EmissionFactorSource("Factors", "2024"), values),
              random.nextBoolean() ? recycled(random) : null));
    }
    return inputs;
  }

  private static RecycledInput recycled(Random random) {
    return new RecycledInput(
        new StatementId(new UUID(random.nextLong(), random.nextLong())),
        share(random),
        factor(random),
        random.nextBoolean()
            ? new RecyclingFormula.CutOff()
            : new RecyclingFormula.Circular(
                random.nextInt(4) == 0 ? BigDecimal.ZERO : share(random),
                share(random),
                random.nextBoolean()
                    ? null
                    : new EndOfLife(share(random), factor(random), factor(random), share(random))));
  }

  private static EmissionFactor factor(Random random) {
    SortedMap<PcfComponent, BigDecimal> values = figures(random);
    values.put(PcfComponent.FOSSIL_GHG_EMISSIONS, decimal(random));
    return new EmissionFactor(new EmissionFactorSource("Recycling", "2024"), values);
  }

  /** Above 0 and at most 1. */
  private static BigDecimal share(Random random) {
    return BigDecimal.valueOf(1 + random.nextInt(1_000), 3);
  }

  private static SortedMap<PcfComponent, BigDecimal> figures(Random random) {
    SortedMap<PcfComponent, BigDecimal> figures = new TreeMap<>();
    for (PcfComponent component : PcfComponent.values()) {
      if (random.nextInt(4) == 0) {
        BigDecimal size = decimal(random);
        figures.put(component, component.accepts(size) ? size : size.negate());
      }
    }
    return figures;
  }

  private static Quantity quantity(Random random) {
    return new Quantity(decimal(random), UNITS.get(random.nextInt(UNITS.size())));
  }

  private static BigDecimal decimal(Random random) {
    return BigDecimal.valueOf(1 + random.nextLong(1L << 40), random.nextInt(12) - 3);
  }

  private static ProductFootprintDeclaration read(ObjectNode json) {
    return switch (accepted(Claim.parse(Claim.Declared.TYPE, json))) {
      case Claim.Declared(ProductFootprintDeclaration declaration) -> declaration;
      case Claim other -> throw new AssertionError("not a declaration: " + other);
    };
  }

  private static ObjectNode json() {
    try (InputStream file =
        Objects.requireNonNull(
            ProductFootprintDeclarationTest.class.getResourceAsStream(
                "/schema/good/ProductFootprintDeclaration.json"))) {
      return (ObjectNode) accepted(StrictJson.parse(file.readAllBytes()));
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
