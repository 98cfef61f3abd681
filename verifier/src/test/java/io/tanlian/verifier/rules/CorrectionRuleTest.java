package io.tanlian.verifier.rules;

import static io.tanlian.verifier.stock.Batches.SEGREGATED;
import static io.tanlian.verifier.stock.Batches.old;
import static io.tanlian.verifier.stock.Batches.use;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.material.Allocation;
import io.tanlian.contracts.material.Batch;
import io.tanlian.contracts.material.BatchId;
import io.tanlian.contracts.material.BatchSource;
import io.tanlian.contracts.material.CustodyModel;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.Company;
import io.tanlian.verifier.stock.Amounts;
import io.tanlian.verifier.stock.Batches;
import io.tanlian.verifier.stock.Market;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CorrectionRuleTest {
  private static final String STATEMENT = " /credentialSubject/statement: ";
  private static final Batch PART = Batches.of("b", "40", old("Ni", "20"));

  private final Market market = new Market();
  private final Company seller = market.seller;
  private final Company buyer = market.buyer;
  private final BatchId batch =
      market.recovered(SEGREGATED, Batches.of("a", "100", old("Ni", "50")));
  private final Allocation used = use(batch, "40", old("Ni", "20"));

  @Nested
  class Of_a_processing {
    private final Claim processing = Market.process(SEGREGATED, List.of(used), PART);
    private final BatchId made = market.append(seller, processing, "b");
    private final Claim correction = Market.correction(made.statement(), used);

    @Test
    void gives_back_what_was_used() {
      market.append(seller, correction);

      assertThat(market.left(batch)).isEqualTo(Amounts.of(use(batch, "100", old("Ni", "50"))));
      assertThat(market.findings(seller, processing)).isEmpty();
    }

    @Test
    void gives_back_neither_more_nor_less_nor_elsewhere() {
      for (List<Allocation> other :
          List.of(
              List.of(use(batch, "40.001", old("Ni", "20"))),
              List.of(use(batch, "40", old("Ni", "19.999"))),
              List.of(use(made, "40", old("Ni", "20"))),
              List.of(used, use(made, "1", old("Ni", "1"))),
              List.<Allocation>of())) {
        Claim wrong = Market.correction(made.statement(), other.toArray(Allocation[]::new));

        assertThat(market.findings(seller, wrong))
            .containsExactly(
                "material.return-misfit /credentialSubject/returned: What is returned is not what %s used"
                    .formatted(made.statement()));
      }
    }

    @Test
    void may_write_the_same_mass_with_more_decimals() {
      assertThat(
              market.findings(
                  seller,
                  Market.correction(made.statement(), use(batch, "40.000", old("Ni", "20.00")))))
          .isEmpty();
    }

    @Test
    void is_possible_while_nothing_it_brought_was_used() {
      Allocation later = use(made, "1", old("Ni", "0.5"));
      StatementId next =
          market.append(
              seller,
              Market.process(SEGREGATED, List.of(later), Batches.of("c", "1", old("Ni", "0.5"))));

      assertThat(market.findings(seller, correction))
          .containsExactly(
              "material.already-used%sWhat %s brought has been used: b"
                  .formatted(STATEMENT, made.statement()));

      market.append(seller, Market.correction(next, later));
      assertThat(market.findings(seller, correction)).isEmpty();
    }

    @Test
    void is_made_once() {
      market.append(seller, correction);

      assertThat(market.findings(seller, correction))
          .containsExactly(
              "material.batch-corrected%s%s was corrected at index 9 already"
                  .formatted(STATEMENT, made.statement()));
    }

    @Test
    void is_nobody_else_s_to_make() {
      assertThat(market.findings(buyer, correction))
          .containsExactly(
              "reference.not-yours%s%s at index 8 is a statement of %s"
                  .formatted(STATEMENT, made.statement(), seller.id()));
    }
  }

  @Test
  void names_a_statement_that_moved_material() {
    StatementId unknown = new StatementId(UUID.randomUUID());
    StatementId lost = market.append(seller, Market.process(SEGREGATED, List.of(used), PART));
    StatementId correction = market.append(seller, Market.correction(lost, used));
    StatementId grant = market.world.append(market.world.grant(seller, buyer)).statement().id();

    assertThat(market.findings(seller, Market.correction(unknown)))
        .containsExactly(
            "reference.unknown%s%s is not on this ledger at an earlier index"
                .formatted(STATEMENT, unknown));
    assertThat(market.findings(seller, Market.correction(grant)))
        .containsExactly(
            "reference.wrong-type%s%s at index 10 is a Grant".formatted(STATEMENT, grant));
    assertThat(market.findings(seller, Market.correction(correction, used)))
        .containsExactly(
            "reference.wrong-type%s%s at index 9 is a Correction".formatted(STATEMENT, correction));
  }

  @Test
  void of_collected_waste_returns_nothing_for_it_used_nothing() {
    StatementId collected =
        market.append(
            seller,
            Market.begun(
                BatchSource.COLLECTED, SEGREGATED, Batches.waste("w", "10", old("Ni", "5"))));

    assertThat(market.findings(seller, Market.correction(collected))).isEmpty();
  }

  @Test
  void of_a_recovery_gives_its_feed_back() {
    BatchId waste = market.collected(seller, SEGREGATED, Batches.waste("w", "10", old("Ni", "5")));
    StatementId recovery =
        market.append(
            seller,
            Market.recovery(
                CustodyModel.SEGREGATED,
                List.of(Market.feed(waste, "10", old("Ni", "5")), Market.feed("1", old("Ni", "1"))),
                Batches.of("r", "4", old("Ni", "4"))));

    market.append(seller, Market.correction(recovery, use(waste, "10", old("Ni", "5"))));

    assertThat(Amounts.kilograms(market.left(waste).mass())).isEqualTo("10");
    assertThat(
            market.findings(
                seller,
                Market.process(
                    SEGREGATED,
                    List.of(use(new BatchId(recovery, "r"), "4", old("Ni", "4"))),
                    Batches.of("c", "4", old("Ni", "4")))))
        .containsExactly(
            "material.batch-corrected /credentialSubject/allocations/0: %s lot r was corrected away at index 10"
                .formatted(recovery));
  }

  @Test
  void of_a_claim_frees_what_it_used_up() {
    StatementId claim =
        market.append(seller, ContentClaims.of(CustodyModel.SEGREGATED, "Ni", "100", "0.2", used));

    market.append(seller, Market.correction(claim, used));

    assertThat(Amounts.kilograms(market.left(batch).mass())).isEqualTo("100");
  }

  @Test
  void and_not_a_withdrawal_undoes_what_moves_material() {
    var withdrawal = market.world.withdraw(seller, batch.statement());

    assertThat(market.world.judge(withdrawal))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.problem().code().code()).isEqualTo("reference.wrong-type");
          assertThat(finding.problem().remedy())
              .contains("a Correction undoes what moves material");
        });
  }

  @Nested
  class Of_a_transfer {
    private final BatchId offered =
        market.append(seller, Market.offer(buyer, batch, SEGREGATED, PART), "b");
    private final Claim back = Market.correction(offered.statement(), used);

    @Test
    void takes_the_offer_back_before_it_is_accepted() {
      market.append(seller, back);

      assertThat(Amounts.kilograms(market.left(batch).mass())).isEqualTo("100");
      assertThat(market.findings(buyer, Market.acceptance(offered, SEGREGATED, PART)))
          .containsExactly(
              "material.batch-corrected /credentialSubject/source: %s was corrected away at index 9"
                  .formatted(offered));
    }

    @Test
    void comes_too_late_once_it_is_accepted_unless_the_buyer_corrects_first() {
      StatementId accepted = market.append(buyer, Market.acceptance(offered, SEGREGATED, PART));

      assertThat(market.findings(seller, back))
          .containsExactly(
              "material.already-used%sWhat %s brought has been used: b"
                  .formatted(STATEMENT, offered.statement()));

      market.append(buyer, Market.correction(accepted, use(offered, "40", old("Ni", "20"))));
      market.append(seller, back);
      assertThat(Amounts.kilograms(market.left(batch).mass())).isEqualTo("100");
    }

    @Test
    void is_not_the_buyer_s_to_make() {
      assertThat(market.findings(buyer, back))
          .containsExactly(
              "reference.not-yours%s%s at index 8 is a statement of %s"
                  .formatted(STATEMENT, offered.statement(), seller.id()));
    }
  }
}
