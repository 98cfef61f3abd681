package io.tanlian.example.battery.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.example.battery.demo.DemoNode;
import io.tanlian.example.battery.load.LoadOutcome;
import io.tanlian.example.battery.load.LoadedStatement;
import io.tanlian.tlog.note.VerifierKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that is stopped and started again is the same node. */
class RestartTest {
  private static final int COULD_NOT_START = 2;

  /** The operator's admission and its key stand before all that is loaded. */
  private static final int BEFORE_THE_CHAIN = 2;

  @TempDir private Path directory;

  @Test
  void a_node_is_the_same_after_a_restart_belongs_to_one_process_and_refuses_damage()
      throws Exception {
    int port = FreePort.find();
    Path data = directory.resolve("node");
    Path audit = directory.resolve("audit");
    List<String> receipts;
    VerifierKey logKey;
    String credentials;
    try (DemoNode node = DemoNode.start(directory, port, step -> {})) {
      receipts = receipts(load(node));
      logKey = node.server().logKey();
      credentials = Files.readString(node.server().operatorCredentials());
      assertThat(AuditRun.of(node.credentialsFile("auditor"), audit).exitCode()).isZero();

      try (ServiceProcess second = ServiceProcess.launch(data, FreePort.find())) {
        assertThat(second.exitCode()).as(second.output()).isEqualTo(COULD_NOT_START);
        assertThat(second.output()).contains("Another Tanlian process uses").contains("--data DIR");
      }
    }
    try (ServiceProcess renamed =
        ServiceProcess.launch(data, port, "--origin", "somewhere.example/else")) {
      assertThat(renamed.exitCode()).as(renamed.output()).isEqualTo(COULD_NOT_START);
      assertThat(renamed.output()).contains("--origin").contains("tanlian.example/battery");
    }
    try (DemoNode node = DemoNode.start(directory, port, step -> {})) {
      assertThat(node.server().logKey()).isEqualTo(logKey);
      assertThat(Files.readString(node.server().operatorCredentials())).isEqualTo(credentials);
      List<LoadedStatement> again = load(node);
      assertThat(again).allMatch(LoadedStatement::before);
      assertThat(receipts(again)).isEqualTo(receipts);
      AuditRun run = AuditRun.of(node.credentialsFile("auditor"), audit);
      assertThat(run.exitCode()).as(run.output()).isZero();
      assertThat(run.output()).contains("the same history");
      try (NodeDatabase database = NodeDatabase.open(data)) {
        database.update(
            1,
            "update ledger.checkpoint set root = set_bit(root, 7, 1 - get_bit(root, 7))"
                + " where size = (select max(size) from ledger.checkpoint)");
      }
    }
    try (ServiceProcess damaged = ServiceProcess.launch(data, port)) {
      assertThat(damaged.exitCode()).as(damaged.output()).isEqualTo(COULD_NOT_START);
      int last = BEFORE_THE_CHAIN + receipts.size() - 1;
      assertThat(damaged.output())
          .contains("This database is refused")
          .contains("at index %d:".formatted(last));
    }
  }

  private static List<LoadedStatement> load(DemoNode node) throws Exception {
    LoadOutcome outcome = node.load((statement, done, total) -> {});
    assertThat(outcome).isInstanceOf(LoadOutcome.Complete.class);
    return outcome.statements();
  }

  private static List<String> receipts(List<LoadedStatement> statements) {
    return statements.stream().map(LoadedStatement::receipt).toList();
  }
}
