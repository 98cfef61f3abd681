package io.tanlian.example.battery.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.example.battery.demo.DemoNode;
import io.tanlian.example.battery.load.LoadOutcome;
import io.tanlian.exchange.ledger.LedgerCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The operator's commands on a node with the whole chain on its ledger, while it runs. */
class RebuiltReadModelsTest {
  @TempDir private Path directory;

  @Test
  void what_a_running_node_rebuilds_equals_what_it_tailed_and_its_database_is_clean()
      throws Exception {
    try (DemoNode node = DemoNode.start(directory, FreePort.find(), step -> {})) {
      assertThat(node.load((statement, done, total) -> {}))
          .isInstanceOf(LoadOutcome.Complete.class);
      try (NodeDatabase database = NodeDatabase.open(directory.resolve("node"))) {
        List<String> tailed = readModels(database);
        assertThat(tailed).hasSizeGreaterThan(50);
        database.execute("update exchange.declaration set status = 'spoilt', ended_at = 3");
        database.execute("delete from exchange.consent");
        assertThat(ledger("rebuild", "--parallel", "3")).isZero();
        assertThat(readModels(database)).isEqualTo(tailed);
        assertThat(ledger("fsck")).isZero();
      }
    }
  }

  private int ledger(String command, String... more) {
    List<String> line = new ArrayList<>(List.of(command, "--data"));
    line.add(directory.resolve("node").toString());
    line.addAll(List.of(more));
    return new CommandLine(new LedgerCommand()).execute(line.toArray(String[]::new));
  }

  private static List<String> readModels(NodeDatabase database) throws Exception {
    List<String> rows = new ArrayList<>();
    for (String table : List.of("participant", "declaration", "consent", "granted")) {
      rows.addAll(
          database.strings("select row::text from exchange.%s row order by 1".formatted(table)));
    }
    return rows;
  }
}
