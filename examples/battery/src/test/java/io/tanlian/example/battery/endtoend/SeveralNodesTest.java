package io.tanlian.example.battery.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.cli.exchange.ExchangeClient;
import io.tanlian.cli.exchange.PublishOutcome;
import io.tanlian.cli.exchange.Reply;
import io.tanlian.cli.receipt.ReceiptVerdict;
import io.tanlian.contracts.statement.SignedStatement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Two services of one log on one PostgreSQL: whichever is asked, one of them appends. */
@Execution(ExecutionMode.CONCURRENT)
class SeveralNodesTest {
  private static final int STATEMENTS = 3;
  private static final long GENESIS_ENTRIES = 2;

  @TempDir private Path directory;

  private final List<Long> indexes = new ArrayList<>();

  @Test
  void publishing_goes_on_when_the_leader_is_killed_and_when_it_comes_back() throws Exception {
    Path firstData = directory.resolve("first");
    Path secondData = directory.resolve("second");
    int firstPort = FreePort.find();
    int secondPort = FreePort.find();
    try (OwnServer database = OwnServer.start();
        ServiceProcess first = database.node(firstData, firstPort)) {
      copyIdentity(firstData, secondData);
      try (ServiceProcess second = database.node(secondData, secondPort)) {
        assertThat(database.leader()).endsWith(":" + firstPort);
        publishSome(secondData, firstData);

        first.kill();
        publishSome(secondData, secondData);
        assertThat(database.leader()).endsWith(":" + secondPort);

        try (ServiceProcess firstAgain = database.node(firstData, firstPort)) {
          publishSome(firstData, secondData);
          assertThat(database.leader()).endsWith(":" + secondPort);
          assertThat(second.stop()).as(second.output()).isZero();
          publishSome(firstData, firstData);
          assertThat(firstAgain.stop()).as(firstAgain.output()).isZero();
        }
      }
      assertThat(indexes)
          .containsExactlyElementsOf(
              LongStream.range(GENESIS_ENTRIES, GENESIS_ENTRIES + indexes.size()).boxed().toList());
    }
  }

  /** Publishes through one node, and reads each back from another. */
  private void publishSome(Path through, Path from) throws IOException {
    ServiceAccess writes = ServiceAccess.in(through);
    ServiceAccess reads = ServiceAccess.in(from);
    try (ExchangeClient writer = writes.connect();
        ExchangeClient reader = reads.connect()) {
      for (int i = 0; i < STATEMENTS; i++) {
        SignedStatement statement = writes.newStatement();
        PublishOutcome outcome = writer.postStatement(statement);
        assertThat(outcome).isInstanceOf(PublishOutcome.Published.class);
        PublishOutcome.Published published = (PublishOutcome.Published) outcome;
        indexes.add(published.index());
        assertThat(ReceiptVerdict.of(published.receipt(), statement, reads.logKey()))
            .isInstanceOf(ReceiptVerdict.Proved.class);
        assertThat(reader.statement(published.statement())).isInstanceOf(Reply.Received.class);
      }
    }
  }

  /** What docs/operating.md says to copy to a further node. */
  static void copyIdentity(Path from, Path to) throws IOException {
    Files.createDirectories(to.resolve("secrets"));
    Files.copy(from.resolve("node.json"), to.resolve("node.json"));
    try (Stream<Path> secrets = Files.list(from.resolve("secrets"))) {
      for (Path secret : secrets.toList()) {
        Files.copy(
            secret,
            to.resolve("secrets").resolve(secret.getFileName()),
            StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }
}
