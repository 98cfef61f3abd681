package io.tanlian.verifier.rules;

import static io.tanlian.contracts.material.Boundary.ACTIVE_MATERIALS;
import static io.tanlian.contracts.material.Boundary.PRODUCT;
import static io.tanlian.contracts.material.Origin.POST_CONSUMER;
import static io.tanlian.contracts.material.Origin.PRE_CONSUMER;
import static io.tanlian.verifier.rules.ContentClaims.denominator;
import static io.tanlian.verifier.rules.ContentClaims.share;
import static io.tanlian.verifier.stock.Batches.MASS_BALANCE;
import static io.tanlian.verifier.stock.Batches.old;
import static io.tanlian.verifier.stock.Batches.scrap;
import static io.tanlian.verifier.stock.Batches.use;
import static io.tanlian.verifier.stock.Batches.virgin;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.material.Allocation;
import io.tanlian.contracts.material.BatchId;
import io.tanlian.contracts.material.CustodyModel;
import io.tanlian.contracts.material.Denominator;
import io.tanlian.contracts.material.RecycledShare;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.stock.Amounts;
import io.tanlian.verifier.stock.Batches;
import io.tanlian.verifier.stock.Market;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecycledContentRuleTest {
  private static final Denominator EU = denominator("Ni", ACTIVE_MATERIALS, "400");
  private static final Denominator CN = denominator("Ni", PRODUCT, "500");

  private final Market market = new Market();
  private final BatchId batch =
      market.recovered(MASS_BALANCE, Batches.of("a", "100", old("Ni", "50"), scrap("Ni", "10")));
  private final Allocation all = use(batch, "100", old("Ni", "50"), scrap("Ni", "10"));

  @Test
  void a_share_is_the_recycled_part_of_what_it_is_a_share_of() {
    assertThat(
            findings(
                List.of(EU, CN),
                List.of(
                    share("Ni", ACTIVE_MATERIALS, POST_CONSUMER, "0.125"),
                    share("Ni", ACTIVE_MATERIALS, PRE_CONSUMER, "0.025"),
                    share("Ni", PRODUCT, POST_CONSUMER, "0.1"),
                    share("Ni", PRODUCT, PRE_CONSUMER, "0.02"))))
        .isEmpty();
  }

  @Test
  void a_share_of_the_active_materials_is_not_one_of_the_product() {
    assertThat(
            findings(
                List.of(EU, CN),
                List.of(
                    share("Ni", ACTIVE_MATERIALS, POST_CONSUMER, "0.125"),
                    share("Ni", PRODUCT, POST_CONSUMER, "0.125"))))
        .containsExactly(
            "material.share-exceeded /credentialSubject/shares/1/share: 50 kg of postConsumer Ni are allocated, of 500 kg in all: 0.100000, not 0.125");
  }

  @Test
  void a_share_is_not_rounded_up() {
    Denominator third = denominator("Ni", ACTIVE_MATERIALS, "150");

    assertThat(
            findings(
                List.of(third), List.of(share("Ni", ACTIVE_MATERIALS, POST_CONSUMER, "0.333333"))))
        .isEmpty();
    assertThat(
            findings(
                List.of(third), List.of(share("Ni", ACTIVE_MATERIALS, POST_CONSUMER, "0.333334"))))
        .containsExactly(
            "material.share-exceeded /credentialSubject/shares/0/share: 50 kg of postConsumer Ni are allocated, of 150 kg in all: 0.333333, not 0.333334");
  }

  @Test
  void one_origin_does_not_stand_in_for_another() {
    assertThat(findings(List.of(EU), List.of(share("Ni", ACTIVE_MATERIALS, PRE_CONSUMER, "0.026"))))
        .containsExactly(
            "material.share-exceeded /credentialSubject/shares/0/share: 10 kg of preConsumer Ni are allocated, of 400 kg in all: 0.025000, not 0.026");
  }

  @Test
  void less_may_be_claimed_than_is_allocated_and_all_allocated_is_used_up() {
    market.append(
        market.seller,
        claim(List.of(EU), List.of(share("Ni", ACTIVE_MATERIALS, POST_CONSUMER, "0.001"))));

    assertThat(market.left(batch)).isEqualTo(Amounts.NONE);
    assertThat(
            findings(List.of(EU), List.of(share("Ni", ACTIVE_MATERIALS, POST_CONSUMER, "0.001"))))
        .hasSize(3)
        .allMatch(finding -> finding.startsWith("material.exceeds-batch"));
  }

  @Test
  void a_share_needs_the_denominator_of_its_boundary() {
    assertThat(findings(List.of(EU), List.of(share("Ni", PRODUCT, POST_CONSUMER, "0.1"))))
        .containsExactly(
            "material.share-exceeded /credentialSubject/shares/0: There is no denominator of Ni in product");
  }

  @Test
  void a_material_that_is_not_allocated_has_no_share() {
    assertThat(
            findings(
                List.of(denominator("Co", ACTIVE_MATERIALS, "10")),
                List.of(share("Co", ACTIVE_MATERIALS, POST_CONSUMER, "0.16"))))
        .containsExactly(
            "material.share-exceeded /credentialSubject/shares/0/share: 0 kg of postConsumer Co are allocated, of 10 kg in all: 0.000000, not 0.16");
  }

  @Test
  void no_more_is_recycled_than_there_is() {
    assertThat(
            findings(
                List.of(EU, denominator("Ni", PRODUCT, "59.999")),
                List.of(share("Ni", ACTIVE_MATERIALS, POST_CONSUMER, "0.1"))))
        .containsExactly(
            "material.share-exceeded /credentialSubject/denominators/1/mass: 60 kg of recycled Ni are allocated, more than all 59.999 kg of it");
  }

  @Test
  void primary_material_does_not_count_as_recycled() {
    BatchId mined =
        market.mined(market.seller, MASS_BALANCE, Batches.of("v", "100", virgin("Ni", "80")));

    assertThat(
            market.findings(
                market.seller,
                ContentClaims.of(
                    CustodyModel.MASS_BALANCE,
                    List.of(denominator("Ni", ACTIVE_MATERIALS, "60")),
                    List.of(share("Ni", ACTIVE_MATERIALS, POST_CONSUMER, "0.84")),
                    all,
                    use(mined, "100", virgin("Ni", "80")))))
        .containsExactly(
            "material.share-exceeded /credentialSubject/shares/0/share: 50 kg of postConsumer Ni are allocated, of 60 kg in all: 0.833333, not 0.84");
  }

  @Test
  void batches_add_up() {
    BatchId more = market.recovered(MASS_BALANCE, Batches.of("b", "100", old("Ni", "50")));

    assertThat(
            market.findings(
                market.seller,
                ContentClaims.of(
                    CustodyModel.MASS_BALANCE,
                    "Ni",
                    "400",
                    "0.25",
                    all,
                    use(more, "100", old("Ni", "50")))))
        .isEmpty();
  }

  private List<String> findings(List<Denominator> denominators, List<RecycledShare> shares) {
    return market.findings(market.seller, claim(denominators, shares));
  }

  private Claim claim(List<Denominator> denominators, List<RecycledShare> shares) {
    return ContentClaims.of(CustodyModel.MASS_BALANCE, denominators, shares, all);
  }
}
