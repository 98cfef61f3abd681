package io.tanlian.example.battery.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.identifier.ParticipantId;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ChainDataTest {
  private static final Set<String> FIGURES = Set.of("value", "values", "amount", "percent");

  private final Chain chain = Chain.read();

  @Test
  void every_figure_has_a_source_and_a_mark() throws Exception {
    try (InputStream data =
        Objects.requireNonNull(Chain.class.getResourceAsStream("/battery/chain.json"))) {
      JsonNode file = new JsonMapper().readTree(data);
      List<String> unsourced = new ArrayList<>();
      collectUnsourced(file, false, "", unsourced);
      assertThat(unsourced).isEmpty();
      assertThat(file.findValuesAsString("mark")).hasSizeGreaterThan(40).isSubsetOf("T", "S", "K");
    }
  }

  @Test
  void every_company_says_in_both_languages_that_it_is_fictional() {
    assertThat(chain.companies())
        .hasSize(16)
        .allSatisfy(company -> {
          assertThat(company.name()).endsWith("(fictional)");
          assertThat(company.nameZh()).endsWith("（虚构）");
          assertThat(company.code()).startsWith("urn:uscc:91000000FAKE");
        });
  }

  @Test
  void every_participant_id_has_its_check_character() {
    for (Company company : chain.companies()) {
      assertThat(ParticipantId.parse(company.code())).isEqualTo(company.id());
      assertThat(organisationCheck(company.code()))
          .as("check character of the organisation code (GB 11714) in " + company.code())
          .isEqualTo(company.code().charAt("urn:uscc:".length() + 16));
    }
  }

  @Test
  void products_have_distinct_ids_and_scenarios_share_only_what_no_recycling_changes() {
    assertThat(chain.products().stream().map(Product::id)).doesNotHaveDuplicates().hasSize(30);
    assertThat(chain.products(Scenario.PRIMARY)).hasSize(12);
    assertThat(chain.products(Scenario.RECYCLED_CUT_OFF)).hasSize(17);
    assertThat(chain.products().stream().filter(p -> p.scenario().isEmpty()).map(Product::step))
        .containsExactlyInAnyOrder(
            "lithium-hydroxide",
            "nickel-sulfate",
            "cobalt-sulfate",
            "manganese-sulfate",
            "coated-graphite",
            "copper-foil",
            "aluminium-foil",
            "electrolyte");
  }

  @Test
  void suppliers_come_before_their_customers_except_for_scrap_that_closes_the_loop() {
    Set<Product> before = new HashSet<>();
    for (Product product : chain.products()) {
      if (chain.facts(product).making() instanceof Facts.Itemised itemised) {
        for (Flow flow : itemised.inputs()) {
          if (flow instanceof Flow.OfProduct input && !before.contains(input.product())) {
            assertThat(product.maker().key()).isEqualTo("recycler");
            assertThat(input.product())
                .isEqualTo(chain.product("cathode", Scenario.RECYCLED_BURDEN));
          }
        }
      }
      before.add(product);
    }
  }

  private static void collectUnsourced(
      JsonNode node, boolean sourced, String path, List<String> unsourced) {
    boolean here = sourced || (node.has("source") && node.has("mark")) || node.has("quantities");
    if (!here && node.isObject() && FIGURES.stream().anyMatch(node::has)) {
      unsourced.add(path);
    }
    node.forEachEntry((name, child) -> collectUnsourced(child, here, path + "/" + name, unsourced));
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        collectUnsourced(node.get(i), here, path + "/" + i, unsourced);
      }
    }
  }

  private static char organisationCheck(String code) {
    int[] weights = {3, 7, 9, 10, 5, 8, 4, 2};
    int start = "urn:uscc:".length() + 8;
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * Character.digit(code.charAt(start + i), 36);
    }
    int check = 11 - sum % 11;
    return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
  }
}
