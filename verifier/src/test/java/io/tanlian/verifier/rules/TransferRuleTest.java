package io.tanlian.verifier.rules;

import static io.tanlian.verifier.stock.Batches.SEGREGATED;
import static io.tanlian.verifier.stock.Batches.old;
import static io.tanlian.verifier.stock.Batches.use;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.material.Batch;
import io.tanlian.contracts.material.BatchId;
import io.tanlian.contracts.participant.Role;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.Company;
import io.tanlian.verifier.stock.Amounts;
import io.tanlian.verifier.stock.Batches;
import io.tanlian.verifier.stock.Market;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TransferRuleTest {
  private static final Batch OFFERED = Batches.of("o", "60", old("Ni", "30"));
  private static final Batch RECEIVED = Batches.of("r", "60", old("Ni", "30"));

  private final Market market = new Market();
  private final Company seller = market.seller;
  private final Company buyer = market.buyer;
  private final BatchId batch =
      market.recovered(SEGREGATED, Batches.of("a", "100", old("Ni", "50")));

  @Test
  void what_is_offered_and_accepted_is_the_buyer_s_to_use() {
    BatchId bought = market.handedOver(batch, SEGREGATED, OFFERED);

    assertThat(market.findings(buyer, using(bought, "60", "30"))).isEmpty();
    assertThat(market.findings(seller, using(bought, "60", "30")))
        .containsExactly(notOf(seller, "allocations/0", bought));
    assertThat(Amounts.kilograms(market.left(batch).mass())).isEqualTo("40");
  }

  @Nested
  class An_offered_batch {
    private final BatchId offered =
        market.append(seller, Market.offer(buyer, batch, SEGREGATED, OFFERED), "o");

    @Test
    void is_the_seller_s_no_more() {
      assertThat(market.findings(seller, using(offered, "60", "30")))
          .containsExactly(notOf(seller, "allocations/0", offered));
      assertThat(market.findings(seller, using(batch, "42", "21")))
          .containsExactly(
              "material.exceeds-batch /credentialSubject/allocations/0: 42 kg of the batch are asked for, 40 kg are left of "
                  + batch,
              "material.exceeds-batch /credentialSubject/allocations/0: 21 kg of postConsumer Ni are asked for, 20 kg are left of "
                  + batch);
    }

    @Test
    void is_not_the_buyer_s_yet() {
      assertThat(market.findings(buyer, using(offered, "60", "30")))
          .containsExactly(
              "material.not-yours /credentialSubject/allocations/0: %s is offered to you, and not accepted"
                  .formatted(offered));
      assertThat(market.findings(buyer, Market.offer(seller, offered, SEGREGATED, OFFERED)))
          .containsExactly(
              "material.not-yours /credentialSubject/source: %s is offered to you, and not accepted"
                  .formatted(offered));
    }

    @Test
    void is_accepted_by_the_buyer_alone() {
      assertThat(market.findings(seller, Market.acceptance(offered, SEGREGATED, RECEIVED)))
          .containsExactly(notOf(seller, "source", offered));
    }

    @Test
    void is_accepted_whole() {
      String refusal =
          "material.transfer-misfit /credentialSubject/batch: Mass and contents are not those of "
              + offered;

      for (Batch other :
          List.of(
              Batches.of("r", "30", old("Ni", "15")),
              Batches.of("r", "60", old("Ni", "29.9")),
              Batches.of("r", "59.9", old("Ni", "30")))) {
        assertThat(market.findings(buyer, Market.acceptance(offered, SEGREGATED, other)))
            .containsExactly(refusal);
      }
    }

    @Test
    void is_not_more_than_was_offered() {
      assertThat(
              market.findings(
                  buyer,
                  Market.acceptance(offered, SEGREGATED, Batches.of("r", "60", old("Ni", "30.1")))))
          .containsExactly(
              "material.exceeds-batch /credentialSubject/source: 30.1 kg of postConsumer Ni are asked for, 30 kg are left of "
                  + offered,
              "material.transfer-misfit /credentialSubject/batch: Mass and contents are not those of "
                  + offered);
    }

    @Test
    void is_accepted_once() {
      market.append(buyer, Market.acceptance(offered, SEGREGATED, RECEIVED));

      assertThat(market.findings(buyer, Market.acceptance(offered, SEGREGATED, RECEIVED)))
          .containsExactly(
              "material.exceeds-batch /credentialSubject/source: 60 kg of the batch are asked for, 0 kg are left of "
                  + offered,
              "material.exceeds-batch /credentialSubject/source: 30 kg of postConsumer Ni are asked for, 0 kg are left of "
                  + offered);
    }

    @Test
    void stays_the_same_product() {
      assertThat(
              market.findings(
                  buyer,
                  Market.acceptance(
                      offered,
                      SEGREGATED,
                      Batches.of("r", "urn:example:ore", "60", old("Ni", "30")))))
          .containsExactly(
              "material.transfer-misfit /credentialSubject/batch/product: The batch is urn:example:powder, not urn:example:ore");
    }
  }

  @Test
  void another_product_is_not_offered_than_there_is() {
    assertThat(
            market.findings(
                seller,
                Market.offer(
                    buyer,
                    batch,
                    SEGREGATED,
                    Batches.of("o", "urn:example:ore", "60", old("Ni", "30")))))
        .containsExactly(
            "material.transfer-misfit /credentialSubject/batch/product: The batch is urn:example:powder, not urn:example:ore");
  }

  @Test
  void the_same_product_may_be_named_in_another_spelling() {
    assertThat(
            market.findings(
                seller,
                Market.offer(
                    buyer,
                    batch,
                    SEGREGATED,
                    Batches.of("o", "URN:Example:powder", "60", old("Ni", "30")))))
        .isEmpty();
  }

  @Test
  void what_is_another_s_is_not_offered_nor_its_product_told() {
    assertThat(
            market.findings(
                buyer,
                Market.offer(
                    seller,
                    batch,
                    SEGREGATED,
                    Batches.of("o", "urn:example:ore", "60", old("Ni", "30")))))
        .containsExactly(notOf(buyer, "source", batch));
  }

  @Test
  void nobody_sells_to_itself() {
    assertThat(market.findings(seller, Market.offer(seller, batch, SEGREGATED, OFFERED)))
        .containsExactly(
            "material.transfer-misfit /credentialSubject/buyer: Seller and buyer are the same");
  }

  @Test
  void the_buyer_is_admitted_and_can_accept() {
    Company stranger = new Company(ParticipantId.parse("did:web:new.example"), Company.newKey());
    Claim offer = Market.offer(stranger, batch, SEGREGATED, OFFERED);

    assertThat(market.findings(seller, offer))
        .containsExactly(
            "participant.unknown /credentialSubject/buyer: did:web:new.example is not admitted, and could not accept");
    market.world.append(market.world.admit(stranger, Role.SUPPLIER));
    assertThat(market.findings(seller, offer)).isEmpty();
  }

  @Test
  void only_a_transfer_is_accepted() {
    assertThat(
            market.findings(
                seller,
                Market.acceptance(batch, SEGREGATED, Batches.of("r", "100", old("Ni", "50")))))
        .containsExactly(
            "reference.wrong-type /credentialSubject/source: %s at index 7 is a MaterialBatch"
                .formatted(batch.statement()));
  }

  private static Claim using(BatchId of, String mass, String nickel) {
    return Market.process(
        SEGREGATED,
        List.of(use(of, mass, old("Ni", nickel))),
        Batches.of("n", mass, old("Ni", nickel)));
  }

  private static String notOf(Company company, String field, BatchId batch) {
    return "material.not-yours /credentialSubject/%s: %s is not a batch of %s"
        .formatted(field, batch, company.id());
  }
}
