package io.tanlian.ledger.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.ledger.AppendOutcome;
import io.tanlian.ledger.NewEntry;
import io.tanlian.ledger.TestNode;
import io.tanlian.ledger.fault.FaultyLine.Entries;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The network fails at every message that the sequencer sends during an append. */
class NetworkFaultTest {
  /**
   * Silence takes its time, so it falls at so many messages only, the last of them the commit's.
   */
  private static final int FROZEN_PARTS = 6;

  private final FaultyLine line;

  NetworkFaultTest() throws IOException {
    line = new FaultyLine();
  }

  @AfterEach
  void stop() throws IOException {
    line.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"CUT_BEFORE", "CUT_WITHIN", "CUT_AFTER"})
  void a_connection_cut_at_any_message_loses_and_doubles_nothing(NetworkProxy.Fault cut) {
    for (Entries entries : Entries.values()) {
      int messages = line.messagesOf(entries);
      for (int message = 0; message < messages; message++) {
        strike(cut, entries, message);
      }
    }
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @EnumSource(names = {"FREEZE_BEFORE", "FREEZE_AFTER"})
  void a_connection_that_falls_silent_hangs_nobody_and_doubles_nothing(NetworkProxy.Fault freeze) {
    for (Entries entries : Entries.values()) {
      int messages = line.messagesOf(entries);
      for (int part = 0; part < FROZEN_PARTS; part++) {
        strike(freeze, entries, (messages - 1) * part / (FROZEN_PARTS - 1));
      }
    }
  }

  @Tag("long")
  @ParameterizedTest
  @EnumSource(names = {"FREEZE_BEFORE", "FREEZE_AFTER"})
  void it_may_fall_silent_at_any_message(NetworkProxy.Fault freeze) {
    for (Entries entries : Entries.values()) {
      int messages = line.messagesOf(entries);
      for (int message = 0; message < messages; message++) {
        strike(freeze, entries, message);
      }
    }
  }

  @Test
  void while_nothing_gets_through_every_caller_is_told_so_and_afterwards_all_is_well() {
    line.append();
    line.network().freeze();
    List<List<NewEntry>> appends =
        List.of(Entries.MANY.fresh(), Entries.FEW.fresh(), Entries.MANY.fresh());
    List<CompletableFuture<AppendOutcome>> answers = appends.stream().map(line::send).toList();
    List<AppendOutcome> outcomes = answers.stream().map(TestNode::outcome).toList();
    assertThat(outcomes).hasOnlyElementsOfType(AppendOutcome.Failed.class);
    line.network().thaw();
    for (int i = 0; i < appends.size(); i++) {
      line.requireTruth(appends.get(i), outcomes.get(i));
    }
  }

  @Test
  void a_slow_network_only_takes_longer() {
    line.network().delayEach(Duration.ofMillis(5));
    List<NewEntry> entries = Entries.MANY.fresh();
    AppendOutcome outcome = TestNode.outcome(line.send(entries));
    assertThat(outcome).isInstanceOf(AppendOutcome.Appended.class);
    line.requireTruth(entries, outcome);
  }

  private void strike(NetworkProxy.Fault fault, Entries kind, int message) {
    line.append();
    List<NewEntry> entries = kind.fresh();
    line.network().strike(fault, message);
    AppendOutcome outcome = TestNode.outcome(line.send(entries));
    boolean struck = line.network().callOff().isEmpty();
    try {
      line.requireTruth(entries, outcome);
      assertThat(struck).isTrue();
    } catch (AssertionError e) {
      throw new AssertionError(
          "%s at message %d of %s: %s".formatted(fault, message, kind, outcome), e);
    }
  }
}
