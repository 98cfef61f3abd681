package io.tanlian.ledger.election;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tanlian.ledger.TestDatabase;
import io.tanlian.ledger.TestServer;
import io.tanlian.ledger.sequencer.BatchLock;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

class ElectionTest {
  private static final Lease LEASE = new Lease(Duration.ofSeconds(2));
  private static final int BATCH_TIMEOUT_MS = 1_500;
  private static final Duration LONG = Duration.ofSeconds(30);

  private final TestDatabase database = TestServer.newDatabase();
  private final List<Election> elections = new ArrayList<>();
  private final List<String> told = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    elections.forEach(Election::close);
    database.close();
  }

  @Test
  void the_first_node_leads_the_first_epoch_and_the_next_node_learns_where_it_is() {
    Election first = run("first");
    awaitLead(first, 1);
    Election second = run("second");

    await().atMost(LONG).until(() -> second.newest().isPresent());
    assertThat(second.newest()).contains(new Leader(1, address("first")));
    assertThat(first.newest()).isEqualTo(second.newest());
    assertThat(second.epoch()).isNegative();
  }

  @Test
  void a_node_that_closes_hands_over_to_the_next() {
    Election first = run("first");
    awaitLead(first, 1);
    Election second = run("second");

    first.close();

    awaitLead(second, 2);
    assertThat(first.epoch()).isNegative();
    assertThat(told).containsExactly("first leads 1", "first led 1", "second leads 2");
  }

  @Test
  void a_leader_whose_session_ends_leads_no_longer_and_a_new_epoch_begins() {
    Election only = run("only");
    awaitLead(only, 1);

    database.tamper(
        "select pg_terminate_backend(pid) from pg_stat_activity"
            + " where datname = current_database() and application_name = 'election'");

    awaitLead(only, 2);
    assertThat(told).containsExactly("only leads 1", "only led 1", "only leads 2");
  }

  @Test
  void an_epoch_begins_only_when_the_batch_under_way_has_ended() throws Exception {
    try (Connection batch = batchUnderWay()) {
      awaitLead(run("node"), 1);

      assertThatThrownBy(batch::commit).isInstanceOf(SQLException.class);
    }
  }

  /** PostgreSQL's own timeouts let this one live on. */
  @Test
  void a_batch_whose_node_froze_while_it_sent_the_rows_is_ended_too() throws Exception {
    Connection batch = batchUnderWay();
    try {
      CopyIn rows =
          batch
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn("copy ledger.event (event_id, position) from stdin");
      await().atMost(LONG).until(this::aBatchIsOverdue);

      awaitLead(run("node"), 1);

      assertThatThrownBy(rows::endCopy).isInstanceOf(SQLException.class);
    } finally {
      batch.abort(Runnable::run);
    }
  }

  private boolean aBatchIsOverdue() throws SQLException {
    try (Connection superuser = database.superuser().getConnection();
        Statement query = superuser.createStatement();
        ResultSet row =
            query.executeQuery(
                "select exists (select from pg_stat_activity where query like 'copy ledger.event%'"
                    + " and datname = current_database()"
                    + " and clock_timestamp() - xact_start > interval '%d ms')"
                        .formatted(2 * BATCH_TIMEOUT_MS))) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private Connection batchUnderWay() throws SQLException {
    Connection batch = sessions().getConnection();
    batch.setAutoCommit(false);
    try (Statement statement = batch.createStatement()) {
      statement.execute(
          "set local transaction_timeout = %1$d; set local statement_timeout = %1$d; select pg_advisory_xact_lock(%2$d)"
              .formatted(BATCH_TIMEOUT_MS, BatchLock.LOCK_KEY));
    }
    return batch;
  }

  @Test
  void nodes_that_come_and_go_lead_one_at_a_time() {
    Election first = run("a");
    awaitLead(first, 1);
    List<Election> others = List.of(run("b"), run("c"), run("d"));
    first.close();
    for (long epoch = 2; epoch <= 4; epoch++) {
      long wanted = epoch;
      await().atMost(LONG).until(() -> others.stream().anyMatch(it -> it.epoch() == wanted));
      others.stream().filter(it -> it.epoch() == wanted).forEach(Election::close);
    }
    assertThat(told).hasSize(8);
    for (int epoch = 1; epoch <= 4; epoch++) {
      assertThat(told.get(2 * epoch - 2)).endsWith(" leads " + epoch);
      assertThat(told.get(2 * epoch - 1)).endsWith(" led " + epoch);
    }
  }

  private void awaitLead(Election election, long epoch) {
    await().atMost(LONG).until(() -> election.epoch() == epoch);
  }

  private Election run(String name) {
    Election election =
        new Election(
            sessions(),
            address(name),
            LEASE,
            List.of(
                new TermListener() {
                  @Override
                  public void began(long epoch) {
                    told.add(name + " leads " + epoch);
                  }

                  @Override
                  public void ended(long epoch) {
                    told.add(name + " led " + epoch);
                  }
                }));
    elections.add(election);
    return election;
  }

  private DataSource sessions() {
    return ElectionSessions.of(database.jdbcUrl(), database.serviceRole(), "");
  }

  private static NodeAddress address(String name) {
    return new NodeAddress(name, URI.create("https://" + name + ".example:8443"), "sha256:00");
  }
}
