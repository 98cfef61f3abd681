package io.tanlian.example.battery.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.cli.exchange.ExchangeClient;
import io.tanlian.cli.exchange.HeldStatement;
import io.tanlian.cli.exchange.PublishOutcome;
import io.tanlian.cli.exchange.Reply;
import io.tanlian.cli.receipt.ReceiptVerdict;
import io.tanlian.contracts.statement.SignedStatement;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A node that loses power at any moment has, when it is back, every statement it acknowledged, once
 * and at the index it said. More rounds: {@code -Dtanlian.kill.rounds=50}, a certain run: {@code
 * -Dtanlian.kill.seed=…}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the service that is killed")
class KilledNodeTest {
  private static final int ROUNDS = Integer.getInteger("tanlian.kill.rounds", 3);
  private static final long SEED = Long.getLong("tanlian.kill.seed", System.nanoTime());
  private static final int ACKNOWLEDGED_MIN = 5;
  private static final int ACKNOWLEDGED_MAX = 80;
  private static final long MOMENT_MS_MAX = 30;
  private static final long GENESIS_ENTRIES = 2;

  @TempDir private static Path directory;

  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
  private final NavigableSet<Long> indexes = new TreeSet<>();
  private final int port = FreePort.find();
  private Path data;
  private ServiceProcess service;
  private ServiceAccess access;

  @BeforeAll
  void start() throws Exception {
    System.out.println("tanlian.kill.seed=" + SEED);
    data = directory.resolve("data");
    service = ServiceProcess.start(data, port);
    access = ServiceAccess.in(data);
    LongStream.range(0, GENESIS_ENTRIES).forEach(indexes::add);
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @Test
  void a_killed_service_keeps_all_it_acknowledged() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Writers writers = startedWriters();
      service.kill();
      writers.close();
      assertThat(writers.refusals()).isEmpty();
      assertNothingLost(writers);
    }
  }

  @Test
  void a_killed_database_makes_the_service_unavailable_and_loses_nothing() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      try (RawRequests requests = new RawRequests(access)) {
        Writers writers = startedWriters();
        service.killDatabase();
        assertUnavailable(requests);
        service.kill();
        writers.close();
        assertThat(writers.refusals())
            .allSatisfy(refusal -> assertThat(refusal.code()).isEqualTo("ledger.unavailable"));
        assertNothingLost(writers);
      }
    }
  }

  @Test
  void a_first_start_that_was_killed_while_it_made_its_database_is_done_again() throws Exception {
    Path young = directory.resolve("young");
    try (ServiceProcess first = ServiceProcess.launch(young, FreePort.find())) {
      first.awaitFile(young.resolve("postgres/global"));
      first.killWithChildren();
    }
    ServiceProcess.start(young, FreePort.find()).close();
  }

  @Test
  void told_to_stop_without_a_database_the_service_ends() throws Exception {
    service.killDatabase();
    assertThat(service.stop()).as(service.output()).isZero();
    service = ServiceProcess.start(data, port);
  }

  @Test
  void told_to_stop_the_service_ends_its_database_too() throws Exception {
    assertThat(service.stop()).as(service.output()).isZero();
    assertThat(NodeDatabase.isRunning(data)).isFalse();
    service = ServiceProcess.start(data, port);
  }

  private Writers startedWriters() throws InterruptedException {
    Writers writers = Writers.start(access, random.nextInt(ACKNOWLEDGED_MIN, ACKNOWLEDGED_MAX));
    writers.awaitEnough();
    LockSupport.parkNanos(
        TimeUnit.MILLISECONDS.toNanos(random.nextLong(MOMENT_MS_MAX)) + random.nextLong(1_000_000));
    return writers;
  }

  private void assertUnavailable(RawRequests requests) throws GeneralSecurityException {
    assertThat(requests.sendAll(access.newStatement()))
        .allSatisfy((name, answer) -> {
          assertThat(answer.statusCode()).as(name + ": " + answer.body()).isEqualTo(503);
          assertThat(answer.headers().firstValue("Retry-After")).as(name).contains("1");
          assertThat(answer.body())
              .as(name)
              .contains(name.equals("pact") ? "InternalError" : "ledger.unavailable");
        });
  }

  private void assertNothingLost(Writers writers) throws IOException, InterruptedException {
    service = ServiceProcess.start(data, port);
    try (ExchangeClient client = access.connect()) {
      for (Writers.Acknowledged acknowledged : writers.acknowledged()) {
        assertHeld(client, acknowledged.statement(), acknowledged.published());
      }
      for (SignedStatement statement : writers.unanswered()) {
        PublishOutcome.Published published = publish(client, statement);
        assertThat(publish(client, statement))
            .satisfies(again -> {
              assertThat(again.again()).isTrue();
              assertThat(again.receipt()).isEqualTo(published.receipt());
            });
        assertHeld(client, statement, published);
      }
    }
    assertThat(indexes)
        .containsExactlyElementsOf(LongStream.range(0, indexes.size()).boxed().toList());
    AuditRun audit = AuditRun.of(access.credentialsFile(), directory.resolve("audit"));
    assertThat(audit.exitCode()).as(audit.output()).isZero();
    assertThat(audit.output()).contains("Size        " + indexes.size() + " entries");
  }

  private void assertHeld(
      ExchangeClient client, SignedStatement statement, PublishOutcome.Published published) {
    assertThat(indexes.add(published.index())).as("index %d twice", published.index()).isTrue();
    assertThat(client.statement(published.statement()))
        .isInstanceOfSatisfying(
            Reply.Received.class,
            received -> {
              HeldStatement held = (HeldStatement) received.value();
              assertThat(held.index()).isEqualTo(published.index());
              assertThat(held.signed().jwt()).isEqualTo(statement.jwt());
              assertThat(held.receipt()).isEqualTo(published.receipt());
            });
    assertThat(ReceiptVerdict.of(published.receipt(), statement, access.logKey()))
        .isInstanceOf(ReceiptVerdict.Proved.class);
  }

  private static PublishOutcome.Published publish(
      ExchangeClient client, SignedStatement statement) {
    return switch (client.postStatement(statement)) {
      case PublishOutcome.Published published -> published;
      case PublishOutcome.Refused refused -> throw new AssertionError(refused);
      case PublishOutcome.Failed failed -> throw new AssertionError(failed);
    };
  }
}
