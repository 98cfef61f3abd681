package io.tanlian.exchange.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.exchange.serve.ExchangeServer;
import io.tanlian.exchange.serve.HomeSettings;
import io.tanlian.exchange.serve.NodeDatabase;
import io.tanlian.exchange.serve.ServeSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A whole node, running and stopped. */
class LedgerCommandTest {
  private static final String OPERATOR =
      "select participant || name || position from exchange.participant";

  @TempDir private Path temporary;
  private final StringWriter printed = new StringWriter();

  @Test
  void an_operator_checks_and_rebuilds_a_node_whether_it_runs_or_not() throws Exception {
    Path data = temporary.resolve("data");
    assertThat(ledger("fsck", data)).isEqualTo(LedgerCommand.COULD_NOT_RUN);
    assertThat(printed.toString()).contains("There is no node in");

    String operator;
    try (ExchangeServer _ = ExchangeServer.start(ServeSettings.local(data, freePort()), _ -> {})) {
      assertThat(ledger("fsck", data)).as(printed.toString()).isEqualTo(LedgerCommand.CLEAN);
      assertThat(printed.toString()).contains("Clean: 2 entries");
      assertThat(ledger("rebuild", data)).as(printed.toString()).isEqualTo(LedgerCommand.CLEAN);
      operator = text(data, OPERATOR);
      assertThat(operator).contains("did:web:localhost");
    }

    change(data, "update exchange.participant set name = 'spoilt'");
    assertThat(ledger("rebuild", data)).as(printed.toString()).isEqualTo(LedgerCommand.CLEAN);
    assertThat(text(data, OPERATOR)).isEqualTo(operator);

    assertThat(ledger("fsck", data)).isEqualTo(LedgerCommand.CLEAN);
    change(data, "delete from ledger.entry_tag where position = 1");
    change(data, "update ledger.entry set leaf_hash = sha256('x') where position = 0");
    printed.getBuffer().setLength(0);
    assertThat(ledger("fsck", data, "--json")).isEqualTo(LedgerCommand.DAMAGED);
    assertThat(printed.toString())
        .contains("\"outcome\":\"damaged\"", "LeafDiffers", "TagNotIndexed", "\"size\":2");
  }

  private int ledger(String command, Path data, String... more) {
    var line = new CommandLine(new LedgerCommand());
    line.setOut(new PrintWriter(printed));
    line.setErr(new PrintWriter(printed));
    String[] arguments = new String[more.length + 3];
    arguments[0] = command;
    arguments[1] = "--data";
    arguments[2] = data.toString();
    System.arraycopy(more, 0, arguments, 3, more.length);
    int exitCode = line.execute(arguments);
    line.getOut().flush();
    line.getErr().flush();
    return exitCode;
  }

  private static String text(Path data, String sql) throws Exception {
    try (NodeDatabase database = NodeDatabase.open(data, Optional.empty(), HomeSettings.DEFAULT);
        Connection connection = database.access().asOwner().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private static void change(Path data, String sql) throws Exception {
    try (NodeDatabase database = NodeDatabase.open(data, Optional.empty(), HomeSettings.DEFAULT);
        Connection connection = database.access().asOwner().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int freePort() throws Exception {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
