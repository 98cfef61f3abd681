package io.tanlian.contracts.material;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.Urn;
import java.math.BigDecimal;
import java.time.Year;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecycledContentClaimTest {

  @Test
  void its_largest_share_is_of_one_material_in_one_boundary_with_both_origins() {
    RecycledContentClaim claim =
        claiming(
            share("Ni", Boundary.ACTIVE_MATERIALS, Origin.PRE_CONSUMER, "0.1"),
            share("Ni", Boundary.ACTIVE_MATERIALS, Origin.POST_CONSUMER, "0.15"),
            share("Ni", Boundary.PRODUCT, Origin.POST_CONSUMER, "0.2"),
            share("Co", Boundary.ACTIVE_MATERIALS, Origin.POST_CONSUMER, "0.24"));

    assertThat(claim.largestShare()).isEqualByComparingTo("0.25");
  }

  @Test
  void one_that_states_no_share_has_zero_as_its_largest() {
    assertThat(claiming().largestShare()).isZero();
  }

  private static RecycledContentClaim claiming(RecycledShare... shares) {
    return new RecycledContentClaim(
        ProductId.parse("urn:example:cathode"),
        new Urn("urn:example:plant:1"),
        Year.of(2026),
        RecyclingMethod.CUT_OFF,
        CustodyModel.MASS_BALANCE,
        List.of(),
        List.of(),
        List.of(shares),
        List.of());
  }

  private static RecycledShare share(
      String material, Boundary boundary, Origin origin, String share) {
    return new RecycledShare(Material.parse(material), boundary, origin, new BigDecimal(share));
  }
}
