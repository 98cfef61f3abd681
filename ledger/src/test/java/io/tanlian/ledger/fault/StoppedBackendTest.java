package io.tanlian.ledger.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tanlian.ledger.AppendOutcome;
import io.tanlian.ledger.NewEntry;
import io.tanlian.ledger.TestNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A process of the database stops in the middle of something, and goes on later (SIGSTOP). */
class StoppedBackendTest {
  private static final Duration DEADLINE = Duration.ofSeconds(60);
  private static final String SEQUENCERS_BACKEND =
      """
      select pid from pg_stat_activity
      where datname = current_database() and usename like 'service%' and application_name = 'test-0'
      """;
  private static final String ASLEEP = SEQUENCERS_BACKEND + " and wait_event = 'PgSleep'";
  private static final String SLEEP_AT_CHECKPOINT =
      """
      create function public.nap() returns trigger language plpgsql as $$
      begin perform pg_sleep(0.5); return null; end $$;
      create trigger nap before insert on ledger.checkpoint
      for each statement execute function public.nap()
      """;

  private final FaultyLine line;
  private final List<Long> stopped = new ArrayList<>();

  StoppedBackendTest() throws IOException {
    line = new FaultyLine();
  }

  @AfterEach
  void stop() throws Exception {
    goOn();
    line.close();
  }

  @Test
  void a_backend_stopped_between_appends_hangs_nobody() throws Exception {
    line.append();
    halt(pid(SEQUENCERS_BACKEND));
    List<NewEntry> entries = FaultyLine.Entries.MANY.fresh();
    AppendOutcome outcome = TestNode.outcome(line.send(entries));
    assertThat(outcome).isInstanceOf(AppendOutcome.Failed.class);
    line.requireTruth(entries, outcome);
  }

  @Test
  void a_backend_stopped_in_mid_batch_holds_the_ledger_but_hangs_nobody() throws Exception {
    line.append();
    line.database().tamper(SLEEP_AT_CHECKPOINT);
    List<NewEntry> entries = FaultyLine.Entries.MANY.fresh();
    CompletableFuture<AppendOutcome> stuck = line.send(entries);
    await().atMost(DEADLINE).until(() -> pid(ASLEEP) > 0);
    halt(pid(ASLEEP));
    assertThat(TestNode.outcome(stuck)).isInstanceOf(AppendOutcome.Failed.class);
    List<NewEntry> behind = FaultyLine.Entries.MANY.fresh();
    AppendOutcome meanwhile = TestNode.outcome(line.send(behind));
    assertThat(meanwhile).isInstanceOf(AppendOutcome.Failed.class);
    goOn();
    line.database().tamper("drop trigger nap on ledger.checkpoint");
    line.requireTruth(entries, TestNode.outcome(stuck));
    line.requireTruth(behind, meanwhile);
  }

  private void halt(long pid) throws Exception {
    stopped.add(pid);
    signal("-STOP", pid);
  }

  private void goOn() throws Exception {
    for (long pid : stopped) {
      signal("-CONT", pid);
    }
    stopped.clear();
  }

  private static void signal(String signal, long pid) throws Exception {
    new ProcessBuilder("kill", signal, Long.toString(pid)).inheritIO().start().waitFor();
  }

  private long pid(String sql) throws SQLException {
    try (Connection connection = line.database().superuser().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getLong(1) : 0;
    }
  }
}
