package io.tanlian.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.ledger.AppendOutcome;
import io.tanlian.ledger.TestDatabase;
import io.tanlian.ledger.TestEntries;
import io.tanlian.ledger.TestNode;
import io.tanlian.ledger.TestServer;
import io.tanlian.tlog.MerkleTree;
import io.tanlian.tlog.Verdict;
import io.tanlian.tlog.checkpoint.Receipt;
import io.tanlian.tlog.entry.Entry;
import io.tanlian.tlog.entry.EntryCodec;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.common.configuration.ConfigurationEnhancer;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.QualifiedName;
import org.junit.jupiter.api.Test;

/**
 * {@code axon-update} sends usage data to its maker and writes to the home directory. It is banned
 * from the class path; Axon works without it.
 */
class AxonWithoutUpdateCheckerTest {
  private static final String DECLARE = "io.tanlian.Declare";
  private static final byte[] ATTACHMENT = {1, 2, 3};

  @Test
  void nothing_of_the_update_checker_is_on_the_class_path() {
    assertThat(getClass().getClassLoader().getResource("org/axonframework/update")).isNull();
    assertThat(
            ServiceLoader.load(ConfigurationEnhancer.class).stream()
                .map(enhancer -> enhancer.type().getName()))
        .isNotEmpty()
        .noneMatch(name -> name.contains("update"));
  }

  @Test
  void the_command_bus_appends_through_our_engine_in_a_configured_axon() throws Exception {
    Entry entry = TestEntries.entry("issuer:a");
    CompletableFuture<AppendOutcome.Appended> appended = new CompletableFuture<>();
    try (TestDatabase database = TestServer.newDatabase();
        TestNode node = TestNode.on(database)) {
      AxonConfiguration axon =
          EventSourcingConfigurer.create()
              .registerEventStorageEngine(
                  _ -> new PostgresStorageEngine(node.sequencer(), node.ledger()))
              .registerTagResolver(_ -> LedgerTags.RESOLVER)
              .build();
      axon.start();
      try {
        EventStore eventStore = axon.getComponent(EventStore.class);
        CommandBus commands = axon.getComponent(CommandBus.class);
        commands.subscribe(
            new QualifiedName(DECLARE),
            (_, context) -> {
              context.putResource(
                  PostgresStorageEngine.ATTACHMENTS, Map.of(entry.eventId(), ATTACHMENT));
              context.runOnAfterCommit(committed ->
                  appended.complete(committed.getResource(PostgresStorageEngine.APPENDED)));
              eventStore.transaction(context).appendEvent(LedgerEventMessage.toAppend(entry));
              return MessageStream.empty().cast();
            });
        commands
            .dispatch(new GenericCommandMessage(new MessageType(DECLARE), "now"), null)
            .get(60, TimeUnit.SECONDS);
      } finally {
        axon.shutdown();
      }
      Entry stored = node.ledger().entry(0).orElseThrow().entry();
      Receipt receipt = appended.get(60, TimeUnit.SECONDS).receipts().getFirst();
      assertThat(
              receipt.verify(
                  MerkleTree.leafHash(EntryCodec.encode(stored)), TestNode.SIGNER.verifierKey()))
          .isEqualTo(new Verdict.Holds());
      assertThat(node.ledger().attachment(0)).hasValue(ATTACHMENT);
      assertThat(stored.eventId()).isEqualTo(entry.eventId());
      assertThat(stored.tags()).isEqualTo(entry.tags());
      assertThat(stored.payload()).isEqualTo(entry.payload());
      assertThat(stored.metadata())
          .as("Axon's own correlation data may come on top")
          .containsAllEntriesOf(entry.metadata());
    }
  }
}
