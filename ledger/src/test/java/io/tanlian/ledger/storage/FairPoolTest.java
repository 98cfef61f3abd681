package io.tanlian.ledger.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.tanlian.ledger.TestDatabase;
import io.tanlian.ledger.TestServer;
import java.lang.Thread.State;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

class FairPoolTest {
  private static final int READERS = 50;

  private final TestDatabase database = TestServer.newDatabase();
  private final HikariDataSource pool = database.service(2);
  private final FairPool fair = new FairPool(pool, 1);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void who_asks_first_is_served_first() throws Exception {
    List<Integer> served = Collections.synchronizedList(new ArrayList<>());
    List<Thread> waiting = new ArrayList<>();
    Connection first = fair.getConnection();
    for (int reader = 0; reader < READERS; reader++) {
      int number = reader;
      Thread thread = Thread.ofVirtual().start(() -> inTurn(() -> served.add(number)));
      Awaitility.await()
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(1))
          .until(() -> thread.getState() == State.TIMED_WAITING);
      waiting.add(thread);
    }
    first.close();
    for (Thread thread : waiting) {
      thread.join();
    }
    assertThat(served).isEqualTo(IntStream.range(0, READERS).boxed().toList());
  }

  @Test
  void whose_turn_does_not_come_hears_how_many_wait() throws Exception {
    pool.setConnectionTimeout(300);
    FairPool hurried = new FairPool(pool, 1);
    try (Connection _ = hurried.getConnection()) {
      assertThatThrownBy(hurried::getConnection)
          .isInstanceOf(SQLTransientConnectionException.class)
          .hasMessageContaining("no connection came free in 300 ms");
    }
    hurried.getConnection().close();
  }

  @Test
  void closing_a_connection_twice_ends_one_turn_only() throws Exception {
    pool.setConnectionTimeout(300);
    FairPool hurried = new FairPool(pool, 1);
    Connection first = hurried.getConnection();
    first.close();
    first.close();
    try (Connection _ = hurried.getConnection()) {
      assertThatThrownBy(hurried::getConnection)
          .isInstanceOf(SQLTransientConnectionException.class);
    }
  }

  @Test
  void a_connection_is_the_pool_s_own_with_its_errors() throws Exception {
    try (Connection connection = fair.getConnection();
        Statement statement = connection.createStatement()) {
      assertThat(connection.unwrap(PGConnection.class).getBackendPID()).isPositive();
      assertThatThrownBy(() -> statement.execute("select nothing"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("nothing");
    }
  }

  @Test
  void it_needs_a_pool() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FairPool(new PGSimpleDataSource(), 1));
  }

  private void inTurn(Runnable reading) {
    try (Connection _ = fair.getConnection()) {
      reading.run();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
