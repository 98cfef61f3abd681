package io.tanlian.exchange.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanlian.contracts.problem.ProblemCode;
import io.tanlian.exchange.problem.QueryRefused;
import io.tanlian.verifier.stock.Stock;
import io.tanlian.verifier.trace.Trace;
import io.tanlian.verifier.trace.Walk;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** However much hangs on a batch, one request reads and keeps so much of it and no more. */
class LedgerMaterialTest {
  /** More than two pages. */
  private static final int USES = 2_300;

  private static final ReadLimits ENOUGH = new ReadLimits(USES + 1, USES);
  private static final ReadLimits ONE_ENTRY_TOO_FEW = new ReadLimits(USES, USES);

  private static HotBatch hot;

  @BeforeAll
  static void start() throws Exception {
    hot = new HotBatch(USES);
  }

  @AfterAll
  static void stop() throws Exception {
    hot.close();
  }

  @Test
  void what_is_left_is_exact_over_many_pages_of_uses() {
    Stock stock = hot.request(ENOUGH).holding(hot.statement()).orElseThrow().stock("1").get();
    assertThat(stock.left().mass()).isEqualTo(1_000_000 - USES);
  }

  @Test
  void a_request_that_takes_more_entries_is_refused_and_told_what_to_narrow() {
    LedgerMaterial.AsOf request = hot.request(ONE_ENTRY_TOO_FEW);
    assertThatThrownBy(() -> request.holding(hot.statement()))
        .isInstanceOfSatisfying(
            QueryRefused.class,
            refused -> {
              assertThat(refused.problem().code()).isEqualTo(ProblemCode.REQUEST_TOO_LARGE);
              assertThat(refused.problem().detail())
                  .contains("more than 2,300 entries of the ledger");
              assertThat(refused.problem().remedy())
                  .contains("a lot instead of a statement", "asOf");
            });
  }

  @Test
  void the_budget_is_the_request_s_and_not_the_question_s() {
    LedgerMaterial.AsOf request = hot.request(ENOUGH);
    assertThat(request.statements(Set.of(hot.statement()))).hasSize(1);
    assertThatThrownBy(() -> request.holding(hot.statement())).isInstanceOf(QueryRefused.class);
  }

  @Test
  void a_request_that_keeps_more_statements_is_refused() {
    String everybodys = "issuer:did:web:recycler.example";
    assertThat(hot.request(new ReadLimits(10_000, USES + 1)).tagged(everybodys, _ -> true))
        .hasSize(USES + 1);
    LedgerMaterial.AsOf request = hot.request(new ReadLimits(10_000, USES));
    assertThatThrownBy(() -> request.tagged(everybodys, _ -> true))
        .isInstanceOf(QueryRefused.class)
        .hasMessageContaining("more than 2,300 statements");
    assertThat(hot.request(new ReadLimits(10_000, 0)).tagged(everybodys, _ -> false)).isEmpty();
  }

  @Test
  void a_walk_that_has_its_steps_reads_no_further() {
    ReadLimits onePage = new ReadLimits(1_001, 0);
    Trace forward = Walk.forward(hot.request(onePage), Set.of(hot.lot()), 100);
    assertThat(forward.complete()).isFalse();
    assertThat(forward.steps()).hasSize(100);
  }

  @Test
  void a_walk_over_all_pages_finds_every_use() {
    Trace forward = Walk.forward(hot.request(ReadLimits.DEFAULT), Set.of(hot.lot()), 20_000);
    assertThat(forward.complete()).isTrue();
    assertThat(forward.steps()).hasSize(USES + 1);
  }
}
