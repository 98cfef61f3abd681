package io.tanlian.ledger.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanlian.ledger.TestDatabase;
import io.tanlian.ledger.TestServer;
import java.io.IOException;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DatabaseHomeTest extends CheckpointHomeContract {
  private final TestDatabase database = TestServer.newDatabase();
  private final DataSource owner = database.owner();

  @AfterEach
  void drop() {
    database.close();
  }

  @Override
  CheckpointHome home() throws IOException {
    return DatabaseHome.open(owner, LOG.verifierKey().name());
  }

  @Test
  void logs_that_share_a_home_do_not_meet() throws IOException {
    home().advance(Optional.empty(), checkpoint(5, "a"));
    assertThat(DatabaseHome.open(owner, "another.example.com/log").newest()).isEmpty();
  }

  @Test
  void a_row_that_holds_something_else_is_an_error() throws IOException {
    home().advance(Optional.empty(), checkpoint(5, "a"));
    database.tamper("update newest_checkpoint set note = 'half a no'");
    assertThatThrownBy(() -> home().newest())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("does not hold a checkpoint");
  }
}
