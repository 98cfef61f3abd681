package io.tanlian.verifier.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.identifier.Urn;
import io.tanlian.contracts.material.Account;
import io.tanlian.contracts.material.Allocation;
import io.tanlian.contracts.material.Batch;
import io.tanlian.contracts.material.BatchId;
import io.tanlian.contracts.material.BatchSource;
import io.tanlian.contracts.material.Content;
import io.tanlian.contracts.material.Custody;
import io.tanlian.contracts.material.CustodyModel;
import io.tanlian.contracts.material.Material;
import io.tanlian.contracts.material.MaterialBatch;
import io.tanlian.contracts.material.MaterialOrigin;
import io.tanlian.contracts.material.Origin;
import io.tanlian.contracts.material.Period;
import io.tanlian.contracts.material.Processing;
import io.tanlian.contracts.material.ProcessingUse;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.Statement;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** 100 kg of lithium are collected, 60 of them processed with a loss of 5, nothing sold. */
class AccountBalanceTest {
  private static final ParticipantId OWNER = ParticipantId.parse("did:web:owner.example");
  private static final Account YEAR =
      new Account(
          new Urn("urn:example:site:1"),
          new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)));
  private static final Custody CUSTODY = new Custody(CustodyModel.MASS_BALANCE, YEAR);
  private static final MaterialOrigin LITHIUM =
      new MaterialOrigin(new Material("Li"), Origin.POST_CONSUMER);

  private final Statement collected =
      statement(
          new Claim.Batched(
              new MaterialBatch(BatchSource.COLLECTED, CUSTODY, batch("in", "100"), List.of())));
  private final Statement processed =
      statement(
          new Claim.Processed(
              new Processing(
                  ProcessingUse.PRODUCTION,
                  CUSTODY,
                  List.of(
                      new Allocation(
                          new BatchId(collected.id(), "in"), kg("600"), List.of(lithium("60")))),
                  List.of(batch("out", "55")),
                  List.of(lithium("5")))));

  @Test
  void what_is_processed_within_the_account_came_in_once_and_only_its_loss_left() {
    AccountBalance balance = on("2026-06-30");
    assertThat(balance.credited().of(LITHIUM)).isEqualTo(100_000);
    assertThat(balance.used().of(LITHIUM)).isEqualTo(5_000);
    assertThat(balance.left().of(LITHIUM)).isEqualTo(95_000);
    assertThat(balance.carriedOver()).isFalse();
  }

  @Test
  void what_is_left_is_carried_over_once_and_then_expires() {
    assertThat(on("2026-12-31").carriedOver()).isFalse();
    AccountBalance following = on("2027-12-31");
    assertThat(following.carriedOver()).isTrue();
    assertThat(following.left().of(LITHIUM)).isEqualTo(95_000);
    AccountBalance after = on("2028-01-01");
    assertThat(after.carriedOver()).isFalse();
    assertThat(after.left()).isEqualTo(Amounts.NONE);
    assertThat(after.expired().of(LITHIUM)).isEqualTo(95_000);
  }

  private AccountBalance on(String day) {
    Movement first = Movement.of(collected).orElseThrow();
    Movement second = Movement.of(processed).orElseThrow();
    return AccountBalance.of(
        OWNER,
        YEAR,
        List.of(
            Holding.broughtBy(0, collected, first).after(1, second),
            Holding.broughtBy(1, processed, second)),
        Map.of(collected.id(), first, processed.id(), second),
        LocalDate.parse(day));
  }

  private static Batch batch(String lot, String lithium) {
    return new Batch(
        lot,
        ProductId.parse("urn:example:salt"),
        kg(lithium).multiply(BigDecimal.TEN),
        null,
        BigDecimal.ONE,
        false,
        List.of(lithium(lithium)),
        List.of());
  }

  private static Content lithium(String kilograms) {
    return new Content(LITHIUM.material(), kg(kilograms), LITHIUM.origin());
  }

  private static BigDecimal kg(String kilograms) {
    return new BigDecimal(kilograms);
  }

  private static Statement statement(Claim claim) {
    return new Statement(
        new StatementId(UUID.randomUUID()), OWNER, Instant.EPOCH, "log.example", claim);
  }
}
