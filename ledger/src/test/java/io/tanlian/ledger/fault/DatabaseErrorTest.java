package io.tanlian.ledger.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.ledger.AppendOutcome;
import io.tanlian.ledger.NewEntry;
import io.tanlian.ledger.TestNode;
import io.tanlian.ledger.fault.FaultyLine.Entries;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * PostgreSQL itself refuses a batch, at every table it writes to and at its commit. Triggers raise
 * the errors, with the codes of the PostgreSQL documentation, appendix A.
 */
class DatabaseErrorTest {
  private static final String RAISE =
      """
      create or replace function public.strike() returns trigger language plpgsql as $$
      begin raise exception 'struck' using errcode = '%s'; end $$
      """;
  private static final String STALL =
      """
      create or replace function public.strike() returns trigger language plpgsql as $$
      begin perform pg_sleep(%d); return null; end $$
      """;
  private static final String AT_THE_STATEMENT =
      "create trigger strike before insert on ledger.%s for each statement execute function public.strike()";
  private static final String AT_THE_COMMIT =
      """
      create constraint trigger strike after insert on ledger.%s deferrable initially deferred
      for each row execute function public.strike()
      """;

  private final FaultyLine line;

  DatabaseErrorTest() throws IOException {
    line = new FaultyLine();
  }

  @AfterEach
  void stop() throws IOException {
    line.close();
  }

  @ParameterizedTest(name = "SQLSTATE {0}")
  @ValueSource(
      strings = {
        "53100" /* disk full */,
        "40001" /* serialization failure */,
        "57014" /* cancelled */
      })
  void an_error_at_any_table_fails_the_batch_and_nothing_else(String sqlState) {
    line.database().tamper(RAISE.formatted(sqlState));
    for (Entries entries : Entries.values()) {
      for (String table : entries.tables()) {
        strike(entries, table, AT_THE_STATEMENT);
      }
    }
  }

  @ParameterizedTest(name = "SQLSTATE {0}")
  @ValueSource(strings = {"53100", "40001", "23505"})
  void an_error_at_the_commit_fails_the_batch_and_nothing_else(String sqlState) {
    line.database().tamper(RAISE.formatted(sqlState));
    for (Entries entries : Entries.values()) {
      strike(entries, "checkpoint", AT_THE_COMMIT);
      strike(entries, "entry_tag", AT_THE_COMMIT);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"entry", "checkpoint"})
  void a_statement_that_takes_too_long_fails_the_batch_and_nothing_else(String table) {
    line.database().tamper(STALL.formatted(60));
    for (Entries entries : Entries.values()) {
      strike(entries, table, AT_THE_STATEMENT);
    }
  }

  /** The statement timeout does not reach into a commit; the caller is answered all the same. */
  @Test
  void a_commit_that_takes_too_long_hangs_nobody() {
    line.append();
    line.database().tamper(STALL.formatted(4));
    line.database().tamper(AT_THE_COMMIT.formatted("checkpoint"));
    List<NewEntry> entries = Entries.MANY.fresh();
    AppendOutcome outcome = TestNode.outcome(line.send(entries));
    assertThat(outcome).isInstanceOf(AppendOutcome.Failed.class);
    line.database().tamper("alter table ledger.checkpoint disable trigger strike");
    line.requireTruth(entries, outcome);
  }

  private void strike(Entries kind, String table, String how) {
    line.append();
    line.database().tamper(how.formatted(table));
    List<NewEntry> entries = kind.fresh();
    AppendOutcome outcome = TestNode.outcome(line.send(entries));
    line.database().tamper("drop trigger strike on ledger.%s".formatted(table));
    assertThat(outcome)
        .as("%s, %s", kind, table)
        .isInstanceOfSatisfying(
            AppendOutcome.Failed.class,
            failed -> assertThat(failed.cause()).contains("nothing was appended"));
    line.requireTruth(entries, outcome);
  }
}
