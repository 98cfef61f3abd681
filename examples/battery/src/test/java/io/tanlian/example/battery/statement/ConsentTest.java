package io.tanlian.example.battery.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.schema.Schemas;
import io.tanlian.contracts.sharing.GrantScope;
import io.tanlian.contracts.sharing.GrantedPart;
import io.tanlian.example.battery.chain.Chain;
import io.tanlian.example.battery.chain.Company;
import io.tanlian.example.battery.chain.Product;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConsentTest {
  private final Chain chain = Chain.read();
  private final List<Consent> consents = Consent.of(chain);

  @Test
  void every_consent_keeps_its_schema() {
    assertThat(consents)
        .allSatisfy(
            consent -> assertThat(Schemas.validate("Grant", consent.grant().toJson())).isEmpty());
  }

  @Test
  void a_direct_customer_sees_the_figures_of_what_it_buys_and_no_more() {
    Consent consent = from("cathode-maker", "cell-maker");
    assertThat(consent.grant().parts()).containsExactly(GrantedPart.FIGURES);
    assertThat(consent.grant().scope())
        .isEqualTo(
            new GrantScope.Products(
                chain.products().stream()
                    .filter(product -> product.step().equals("cathode"))
                    .map(product -> product.id())
                    .toList()));
  }

  @Test
  void nobody_sees_its_supplier_s_suppliers() {
    assertThat(consents)
        .noneMatch(consent ->
            consent.owner().key().equals("nickel-refiner")
                && consent.recipient().key().equals("cathode-maker"));
  }

  @Test
  void the_recycler_is_a_customer_of_the_cathode_maker_only_where_scrap_carries_a_burden() {
    assertThat(from("cathode-maker", "recycler").grant().scope())
        .isInstanceOfSatisfying(
            GrantScope.Products.class,
            products ->
                assertThat(products.products())
                    .extracting(product -> product.value())
                    .containsExactly(
                        "urn:tanlian-demo:product:cathode-maker:cathode:recycled-burden"));
  }

  @Test
  void lead_firm_and_auditor_see_everything_of_everyone_who_makes_a_product() {
    List<Company> makers = chain.products().stream().map(Product::maker).distinct().toList();
    for (Company maker : makers) {
      for (String recipient : List.of("car-maker", "auditor")) {
        assertThat(from(maker.key(), recipient).grant().scope())
            .isEqualTo(new GrantScope.AllProducts());
        assertThat(from(maker.key(), recipient).grant().parts())
            .isEqualTo(Set.of(GrantedPart.values()));
      }
    }
  }

  private Consent from(String owner, String recipient) {
    return consents.stream()
        .filter(consent -> consent.owner().key().equals(owner))
        .filter(consent -> consent.recipient().key().equals(recipient))
        .findFirst()
        .orElseThrow();
  }
}
