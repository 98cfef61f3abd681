package io.tanlian.ledger.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.ledger.AppendOutcome;
import io.tanlian.ledger.NewEntry;
import io.tanlian.ledger.TestNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The network fails at every message that the sequencer sends during an append. */
class NetworkFaultTest {
  /** An append takes fewer messages; a test that needs more does not end. */
  private static final int MESSAGES_MAX = 500;

  /** Less than this, and the faults did not strike where they should. */
  private static final int MESSAGES_MIN = 20;

  private static final int FROZEN_MESSAGES_STEP = 9;

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
    assertThat(strikeAtEveryMessage(cut, 1)).isGreaterThan(MESSAGES_MIN);
  }

  @ParameterizedTest
  @EnumSource(names = {"FREEZE_BEFORE", "FREEZE_AFTER"})
  void a_connection_that_falls_silent_hangs_nobody_and_doubles_nothing(NetworkProxy.Fault freeze) {
    assertThat(strikeAtEveryMessage(freeze, FROZEN_MESSAGES_STEP)).isGreaterThan(MESSAGES_MIN);
  }

  @Test
  void while_nothing_gets_through_every_caller_is_told_so_and_afterwards_all_is_well() {
    line.append();
    line.network().freeze();
    List<List<NewEntry>> appends =
        List.of(
            FaultyLine.entriesForEveryTable(),
            FaultyLine.entriesForEveryTable(),
            FaultyLine.entriesForEveryTable());
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
    List<NewEntry> entries = FaultyLine.entriesForEveryTable();
    AppendOutcome outcome = TestNode.outcome(line.send(entries));
    assertThat(outcome).isInstanceOf(AppendOutcome.Appended.class);
    line.requireTruth(entries, outcome);
  }

  /** Strikes at ever later messages, until an append has ended before; returns how many it took. */
  private int strikeAtEveryMessage(NetworkProxy.Fault fault, int step) {
    for (int message = 0; message < MESSAGES_MAX; message += step) {
      line.append();
      List<NewEntry> entries = FaultyLine.entriesForEveryTable();
      line.network().strike(fault, message);
      AppendOutcome outcome = TestNode.outcome(line.send(entries));
      boolean spared = line.network().callOff();
      try {
        line.requireTruth(entries, outcome);
      } catch (AssertionError e) {
        throw new AssertionError("%s at message %d: %s".formatted(fault, message, outcome), e);
      }
      if (spared) {
        assertThat(outcome).isInstanceOf(AppendOutcome.Appended.class);
        return message;
      }
    }
    throw new AssertionError("an append takes more than %d messages".formatted(MESSAGES_MAX));
  }
}
