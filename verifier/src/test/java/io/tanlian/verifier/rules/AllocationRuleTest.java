package io.tanlian.verifier.rules;

import static io.tanlian.verifier.stock.Batches.MASS_BALANCE;
import static io.tanlian.verifier.stock.Batches.SEGREGATED;
import static io.tanlian.verifier.stock.Batches.credits;
import static io.tanlian.verifier.stock.Batches.old;
import static io.tanlian.verifier.stock.Batches.scrap;
import static io.tanlian.verifier.stock.Batches.use;
import static io.tanlian.verifier.stock.Batches.year;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.material.Allocation;
import io.tanlian.contracts.material.BatchId;
import io.tanlian.contracts.material.Custody;
import io.tanlian.contracts.material.CustodyModel;
import io.tanlian.contracts.material.Period;
import io.tanlian.contracts.material.ProcessingUse;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.Company;
import io.tanlian.verifier.World;
import io.tanlian.verifier.stock.Amounts;
import io.tanlian.verifier.stock.Batches;
import io.tanlian.verifier.stock.Market;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AllocationRuleTest {
  private static final String FIRST = " /credentialSubject/allocations/0: ";

  private final Market market = new Market();
  private final Company seller = market.seller;
  private final Company buyer = market.buyer;

  @Nested
  class Of_a_batch {
    private final BatchId batch =
        market.recovered(MASS_BALANCE, Batches.of("a", "100", old("Ni", "50"), scrap("Ni", "10")));

    @Test
    void as_much_as_is_left_is_used_and_then_nothing_is() {
      market.append(seller, taking(use(batch, "70.5", old("Ni", "35"))));
      assertThat(Amounts.kilograms(market.left(batch).mass())).isEqualTo("29.5");

      Claim rest = taking(use(batch, "29.5", old("Ni", "15"), scrap("Ni", "10")));
      assertThat(market.findings(seller, rest)).isEmpty();
      market.append(seller, rest);

      assertThat(market.left(batch)).isEqualTo(Amounts.NONE);
      assertThat(market.findings(seller, taking(use(batch, "0.001", old("Ni", "0.001")))))
          .containsExactly(
              "material.exceeds-batch%s0.001 kg of the batch are asked for, 0 kg are left of %s"
                  .formatted(FIRST, batch),
              "material.exceeds-batch%s0.001 kg of postConsumer Ni are asked for, 0 kg are left of %s"
                  .formatted(FIRST, batch));
    }

    @Test
    void more_than_is_left_is_refused_with_the_kilograms_that_are() {
      market.append(seller, taking(use(batch, "70", old("Ni", "35"))));

      assertThat(market.findings(seller, taking(use(batch, "30.001", old("Ni", "15")))))
          .containsExactly(
              "material.exceeds-batch%s30.001 kg of the batch are asked for, 30 kg are left of %s"
                  .formatted(FIRST, batch));
      assertThat(market.findings(seller, taking(use(batch, "30", old("Ni", "15.001")))))
          .containsExactly(
              "material.exceeds-batch%s15.001 kg of postConsumer Ni are asked for, 15 kg are left of %s"
                  .formatted(FIRST, batch));
    }

    @Test
    void one_origin_is_not_used_as_another() {
      assertThat(market.findings(seller, taking(use(batch, "20", scrap("Ni", "10.001")))))
          .containsExactly(
              "material.exceeds-batch%s10.001 kg of preConsumer Ni are asked for, 10 kg are left of %s"
                  .formatted(FIRST, batch));
    }

    @Test
    void a_material_that_is_not_in_it_is_not_used() {
      assertThat(market.findings(seller, taking(use(batch, "20", old("Co", "1")))))
          .containsExactly(
              "material.exceeds-batch%s1 kg of postConsumer Co are asked for, 0 kg are left of %s"
                  .formatted(FIRST, batch));
    }

    @Test
    void a_lot_that_is_none_is_refused_with_those_that_are() {
      Claim other = taking(use(new BatchId(batch.statement(), "b"), "1", old("Ni", "1")));

      assertThat(market.findings(seller, other))
          .containsExactly(
              "material.batch-unknown%s%s brought no lot b".formatted(FIRST, batch.statement()));
      assertThat(market.remedies(seller, other)).containsExactly("Name one of a.");
    }

    @Test
    void nobody_else_uses_any_or_learns_what_is_left() {
      Claim theirs = taking(use(batch, "1000", old("Ni", "1000")));

      assertThat(market.findings(buyer, theirs))
          .containsExactly(
              "material.not-yours%s%s is not a batch of %s".formatted(FIRST, batch, buyer.id()));
    }

    @Test
    void what_a_correction_undid_is_not_used() {
      Allocation all = use(batch, "100", old("Ni", "50"), scrap("Ni", "10"));
      BatchId next =
          market.append(
              seller,
              Market.made(
                  MASS_BALANCE, Batches.of("b", "100", old("Ni", "50"), scrap("Ni", "10")), all),
              "b");
      market.append(seller, Market.correction(next.statement(), all));

      assertThat(market.findings(seller, taking(use(next, "1", old("Ni", "1")))))
          .containsExactly(
              "material.batch-corrected%s%s was corrected away at index 9".formatted(FIRST, next));
      assertThat(market.findings(seller, taking(use(batch, "1", old("Ni", "1"))))).isEmpty();
    }
  }

  @Test
  void every_allocation_is_judged_where_it_stands() {
    BatchId one = market.recovered(SEGREGATED, Batches.of("a", "10", old("Ni", "5")));
    BatchId other = market.recovered(SEGREGATED, Batches.of("b", "10", old("Ni", "5")));

    Claim both =
        Market.process(
            SEGREGATED,
            List.of(use(one, "10", old("Ni", "5")), use(other, "12", old("Ni", "6"))),
            Batches.of("c", "30", old("Ni", "11")));

    assertThat(market.findings(seller, both))
        .containsExactly(
            "material.exceeds-batch /credentialSubject/allocations/1: 12 kg of the batch are asked for, 10 kg are left of "
                + other,
            "material.exceeds-batch /credentialSubject/allocations/1: 6 kg of postConsumer Ni are asked for, 5 kg are left of "
                + other);
  }

  @Test
  void a_statement_that_brought_no_batch_is_named_in_vain() {
    BatchId nowhere = new BatchId(new StatementId(UUID.randomUUID()), "a");
    BatchId admission = new BatchId(market.world.statements().getFirst().statement().id(), "a");

    for (BatchId unknown : List.of(nowhere, admission)) {
      assertThat(market.findings(seller, taking(use(unknown, "1", old("Ni", "1")))))
          .containsExactly(
              "material.batch-unknown%s%s brought no batch to this ledger at an earlier index"
                  .formatted(FIRST, unknown.statement()));
    }
  }

  @Test
  void and_so_is_one_that_only_used_batches() {
    BatchId batch = market.recovered(MASS_BALANCE, Batches.of("a", "10", old("Ni", "5")));
    StatementId lost = market.append(seller, taking(use(batch, "1", old("Ni", "1"))));
    StatementId corrected =
        market.append(seller, Market.correction(lost, use(batch, "1", old("Ni", "1"))));
    Claim of = taking(use(new BatchId(corrected, "a"), "1", old("Ni", "1")));

    assertThat(market.findings(seller, of))
        .containsExactly(
            "material.batch-unknown%s%s brought no batch to this ledger at an earlier index"
                .formatted(FIRST, corrected));
    assertThat(market.remedies(seller, of))
        .containsExactly("Name the statement that brought the batch, by the id in its receipt.");
  }

  @Test
  void nothing_is_made_of_itself() {
    StatementId own = new StatementId(UUID.randomUUID());
    Claim circle = taking(use(new BatchId(own, "lost"), "1", old("Ni", "1")));

    assertThat(
            market.world.judge(
                market.world.sign(seller, own, market.world.now(), World.ORIGIN, circle)))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.problem().code().code()).isEqualTo("reference.not-earlier");
          assertThat(finding.problem().pointer()).isEqualTo("/credentialSubject/allocations/0");
        });
  }

  @Test
  void a_recovery_takes_from_a_batch_what_is_left_of_it_too() {
    BatchId waste = market.collected(seller, SEGREGATED, Batches.waste("w", "10", old("Ni", "5")));
    Claim recovery =
        Market.recovery(
            CustodyModel.SEGREGATED,
            List.of(Market.feed("1", old("Ni", "1")), Market.feed(waste, "10", old("Ni", "5.001"))),
            Batches.of("r", "5", old("Ni", "5")));

    assertThat(market.findings(seller, recovery))
        .containsExactly(
            "material.exceeds-batch /credentialSubject/feed/1/batch: 5.001 kg of postConsumer Ni are asked for, 5 kg are left of "
                + waste);
  }

  @Nested
  class Credits {
    @Test
    void are_used_through_the_period_after_theirs() {
      BatchId batch = market.recovered(MASS_BALANCE, Batches.of("a", "10", old("Ni", "5")));
      Claim use = taking(use(batch, "1", old("Ni", "1")));

      assertThat(market.findings(seller, use, "2027-12-31T23:59:59Z")).isEmpty();
      assertThat(market.findings(seller, use, "2028-01-01T00:00:00Z"))
          .containsExactly(
              "material.expired%sThe credits of %s could be used until 2027-12-31"
                  .formatted(FIRST, batch));
    }

    @Test
    void of_a_quarter_live_as_many_days_longer_as_it_has() {
      Period quarter = new Period(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 12, 31));
      Custody account = credits(CustodyModel.BOOK_AND_CLAIM, quarter);
      BatchId batch = market.recovered(account, Batches.of("a", "10", old("Ni", "5")));

      assertThat(
              market.findings(
                  seller,
                  Market.process(
                      account,
                      List.of(use(batch, "1", old("Ni", "1"))),
                      Batches.of("b", "1", old("Ni", "1"))),
                  "2027-04-03T00:00:00Z"))
          .containsExactly(
              "material.expired%sThe credits of %s could be used until 2027-04-02"
                  .formatted(FIRST, batch));
    }

    @Test
    void that_are_offered_expire_like_those_that_are_not() {
      BatchId batch = market.recovered(MASS_BALANCE, Batches.of("a", "10", old("Ni", "5")));
      BatchId offered =
          market.append(
              seller,
              Market.offer(buyer, batch, MASS_BALANCE, Batches.of("o", "10", old("Ni", "5"))),
              "o");
      Custody later = credits(CustodyModel.MASS_BALANCE, year(2028));

      assertThat(
              market.findings(
                  buyer,
                  Market.acceptance(offered, later, Batches.of("r", "10", old("Ni", "5"))),
                  "2028-01-01T00:00:00Z"))
          .containsExactly(
              "material.expired /credentialSubject/source: The credits of %s could be used until 2027-12-31"
                  .formatted(offered));
    }

    @Test
    void are_none_where_material_is_kept_apart_and_that_never_expires() {
      BatchId batch = market.recovered(SEGREGATED, Batches.of("a", "10", old("Ni", "5")));

      assertThat(
              market.findings(
                  seller,
                  Market.process(
                      SEGREGATED,
                      List.of(use(batch, "2", old("Ni", "1"))),
                      Batches.of("b", "1", old("Ni", "1"))),
                  "2046-01-01T00:00:00Z"))
          .isEmpty();
    }
  }

  /** Uses it up, so that nothing but the allocation is judged. */
  private static Claim taking(Allocation allocation) {
    return Market.process(
        ProcessingUse.PRODUCTION, MASS_BALANCE, List.of(allocation), allocation.contents());
  }
}
