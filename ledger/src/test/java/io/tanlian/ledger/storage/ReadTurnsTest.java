package io.tanlian.ledger.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.tanlian.ledger.TestDatabase;
import io.tanlian.ledger.TestServer;
import java.lang.Thread.State;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class ReadTurnsTest {
  private static final int READERS = 50;

  private final TestDatabase database = TestServer.newDatabase();
  private final HikariDataSource pool = database.service(2);
  private final ReadTurns turns = new ReadTurns(pool, 1);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void who_asks_first_is_served_first() throws Exception {
    List<Integer> served = Collections.synchronizedList(new ArrayList<>());
    CompletableFuture<Void> over = new CompletableFuture<>();
    Thread first = reading(turns, over::join);
    awaitState(first, State.WAITING);
    List<Thread> waiting = new ArrayList<>();
    for (int reader = 0; reader < READERS; reader++) {
      int number = reader;
      Thread thread = reading(turns, () -> served.add(number));
      awaitState(thread, State.TIMED_WAITING);
      waiting.add(thread);
    }
    over.complete(null);
    for (Thread thread : waiting) {
      thread.join();
    }
    assertThat(served).isEqualTo(IntStream.range(0, READERS).boxed().toList());
  }

  @Test
  void a_reader_whose_turn_does_not_come_hears_how_many_wait() throws Exception {
    pool.setConnectionTimeout(300);
    ReadTurns hurried = new ReadTurns(pool, 1);
    CompletableFuture<Void> over = new CompletableFuture<>();
    Thread first = reading(hurried, over::join);
    awaitState(first, State.WAITING);
    assertThatThrownBy(() -> hurried.run(_ -> "read"))
        .isInstanceOf(SQLTransientConnectionException.class)
        .hasMessageContaining("no connection came free in 300 ms");
    over.complete(null);
    first.join();
    assertThat(hurried.<String>run(_ -> "read")).isEqualTo("read");
  }

  @Test
  void turns_need_a_pool() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReadTurns(new PGSimpleDataSource(), 1));
  }

  private static void awaitState(Thread thread, State state) {
    Awaitility.await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .until(() -> thread.getState() == state);
  }

  /** A thread that does something in its turn. */
  private static Thread reading(ReadTurns turns, Runnable inTurn) {
    return Thread.ofVirtual()
        .start(() -> {
          try {
            turns.run(_ -> {
              inTurn.run();
              return inTurn;
            });
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
