package io.tanlian.verifier.rules;

import static io.tanlian.verifier.stock.Batches.old;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.material.Batch;
import io.tanlian.contracts.material.CustodyModel;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.Company;
import io.tanlian.verifier.stock.Batches;
import io.tanlian.verifier.stock.Market;
import java.util.List;
import org.junit.jupiter.api.Test;

class LotNameRuleTest {
  private static final String PLANT = "urn:example:plant";
  private static final String REFUSAL =
      "material.lot-taken /credentialSubject/recovered/%d/lot: %s recovered a lot %s at urn:example:plant at index 6 already";

  private final Market market = new Market();
  private final Company recycler = market.seller;

  @Test
  void the_same_recovery_signed_anew_does_not_double_what_was_recovered() {
    market.append(recycler, recovering(PLANT, "L-1"));

    assertThat(market.findings(recycler, recovering(PLANT, "L-1")))
        .containsExactly(REFUSAL.formatted(0, recycler.id(), "L-1"));
  }

  @Test
  void each_lot_that_was_recovered_is_named() {
    market.append(recycler, recovering(PLANT, "L-1", "L-2"));

    assertThat(market.findings(recycler, recovering(PLANT, "L-3", "L-2")))
        .containsExactly(REFUSAL.formatted(1, recycler.id(), "L-2"));
  }

  @Test
  void a_plant_is_the_same_however_its_name_is_written() {
    market.append(recycler, recovering("URN:Example:plant", "L-1"));

    assertThat(market.findings(recycler, recovering(PLANT, "L-1")))
        .containsExactly(REFUSAL.formatted(0, recycler.id(), "L-1"));
  }

  @Test
  void another_plant_and_another_company_name_their_lots_as_they_like() {
    market.append(recycler, recovering(PLANT, "L-1"));

    assertThat(market.findings(recycler, recovering("urn:example:plant-2", "L-1"))).isEmpty();
    assertThat(market.findings(market.buyer, recovering(PLANT, "L-1"))).isEmpty();
  }

  @Test
  void a_lot_may_be_fed_under_the_name_it_was_recovered_under() {
    market.append(recycler, recovering(PLANT, "others"));

    assertThat(market.findings(recycler, recovering(PLANT, "L-1"))).isEmpty();
  }

  /** The entry of a correction does not say which lots it undoes, and names are free. */
  @Test
  void a_lot_that_was_corrected_away_keeps_its_name() {
    market.append(recycler, Market.correction(market.append(recycler, recovering(PLANT, "L-1"))));

    assertThat(market.findings(recycler, recovering(PLANT, "L-1")))
        .containsExactly(REFUSAL.formatted(0, recycler.id(), "L-1"));
    assertThat(market.remedies(recycler, recovering(PLANT, "L-1")))
        .containsExactly(
            "Declare a lot once; give another lot, or what replaces a corrected one, a name of its own.");
    assertThat(market.findings(recycler, recovering(PLANT, "L-1b"))).isEmpty();
  }

  private static Claim recovering(String plant, String... lots) {
    return Market.recovery(
        plant,
        CustodyModel.SEGREGATED,
        List.of(Market.feed("1000", old("Ni", "100"))),
        List.of(lots).stream()
            .map(lot -> Batches.of(lot, "100", old("Ni", "40")))
            .toArray(Batch[]::new));
  }
}
