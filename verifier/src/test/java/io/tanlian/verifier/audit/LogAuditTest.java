package io.tanlian.verifier.audit;

import static io.tanlian.contracts.problem.ProblemCode.LEDGER_CORRUPT;
import static io.tanlian.contracts.problem.ProblemCode.LOG_CHECKPOINT_INVALID;
import static io.tanlian.contracts.problem.ProblemCode.LOG_ENTRY_CHANGED;
import static io.tanlian.contracts.problem.ProblemCode.LOG_FORKED;
import static io.tanlian.contracts.problem.ProblemCode.LOG_MISSING;
import static io.tanlian.contracts.problem.ProblemCode.LOG_ROLLED_BACK;
import static io.tanlian.contracts.problem.ProblemCode.LOG_ROOT_MISMATCH;
import static io.tanlian.contracts.problem.ProblemCode.LOG_TILE_CHANGED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tanlian.tlog.EntryBundle;
import io.tanlian.tlog.Hash;
import io.tanlian.tlog.MerkleTree;
import io.tanlian.tlog.ProofVerifier;
import io.tanlian.tlog.checkpoint.Checkpoint;
import io.tanlian.tlog.checkpoint.Receipt;
import io.tanlian.tlog.note.NoteSigner;
import io.tanlian.tlog.note.SignedNote;
import io.tanlian.tlog.witness.WitnessQuorum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogAuditTest {
  private static final String BUNDLE_OF_7 = "tile/entries/000.p/7";
  private static final String TILE_OF_7 = "tile/0/000.p/7";

  @TempDir Path directory;

  @Nested
  class Asked_for_witnesses {
    private static final NoteSigner FIRST = NoteSigner.generateWitness("first.example");
    private static final NoteSigner SECOND = NoteSigner.generateWitness("second.example");
    private static final WitnessQuorum BOTH =
        WitnessQuorum.all(List.of(FIRST.verifierKey(), SECOND.verifierKey()));
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final TestLog log = TestLog.ofSize(7);

    private SignedNote cosigned(NoteSigner... witnesses) {
      SignedNote note = log.head();
      for (NoteSigner witness : witnesses) {
        note = note.with(witness.cosign(note.text(), NOON));
      }
      return note;
    }

    private LogVerdict audit() throws IOException {
      return LogAuditTest.this.audit(log, new AuditOptions(List.of(), false, false, BOTH));
    }

    @Test
    void audits_what_all_of_them_cosigned_though_the_log_goes_on() throws IOException {
      log.serveInstead("witnessed", cosigned(FIRST, SECOND).format().getBytes(UTF_8));
      log.grow(3);

      assertThat(audit())
          .isInstanceOfSatisfying(
              LogVerdict.Intact.class,
              intact -> {
                assertThat(intact.head().size()).isEqualTo(7);
                assertThat(intact.cosignatures())
                    .extracting(given -> given.witness())
                    .containsExactly("first.example", "second.example");
              });
    }

    @Test
    void does_not_run_with_too_few_of_them() {
      log.serveInstead("witnessed", cosigned(FIRST).format().getBytes(UTF_8));

      assertThatThrownBy(this::audit)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("there is no cosignature by second.example");
      log.instead.put("witnessed", new Answer.Missing());
      assertThatThrownBy(this::audit)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("no checkpoint that enough witnesses cosigned");
    }

    @Test
    void finds_a_cosignature_of_something_else() throws IOException {
      SignedNote forged = cosigned(FIRST).with(SECOND.cosign("another text\n", NOON));
      log.serveInstead("witnessed", forged.format().getBytes(UTF_8));

      assertThat(tampering(audit()))
          .singleElement()
          .satisfies(found -> assertThat(found.code()).isEqualTo(LOG_CHECKPOINT_INVALID));
    }

    @Test
    void takes_witnesses_that_lag_behind_an_earlier_run_for_no_rollback() throws IOException {
      log.serveInstead("witnessed", cosigned(FIRST, SECOND).format().getBytes(UTF_8));
      log.grow(3);
      LogAuditTest.this.audit(log);

      assertThatThrownBy(this::audit)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("cosigned 7 entries")
          .hasMessageContaining("has 10");
    }
  }

  @Nested
  class An_honest_log {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 255, 256, 257, 512, 600, 66_000})
    void is_intact(int size) throws IOException {
      TestLog log = TestLog.ofSize(size);

      assertThat(audit(log))
          .isInstanceOfSatisfying(
              LogVerdict.Intact.class,
              intact -> {
                assertThat(intact.head().size()).isEqualTo(size);
                assertThat(intact.tree().root(size)).isEqualTo(intact.head().root());
              });
    }

    @Test
    void may_serve_a_full_tile_where_the_partial_one_is_gone() throws IOException {
      TestLog log = TestLog.ofSize(200);
      log.freezeHead();
      log.grow(100);
      log.instead.put("tile/entries/000.p/200", new Answer.Missing());
      log.instead.put("tile/0/000.p/200", new Answer.Missing());

      assertThat(audit(log)).isInstanceOf(LogVerdict.Intact.class);
    }

    @Test
    void is_fetched_only_at_its_edge_the_second_time_and_proves_that_it_grew() throws IOException {
      TestLog log = TestLog.ofSize(600);
      audit(log);
      log.fetched.clear();
      log.grow(200);

      LogVerdict.Intact second = (LogVerdict.Intact) audit(log);

      assertThat(log.fetched)
          .containsExactlyInAnyOrder(
              "tile/0/002",
              "tile/entries/002",
              "tile/0/003.p/32",
              "tile/entries/003.p/32",
              "tile/1/000.p/3");
      Checkpoint before = second.previous().orElseThrow();
      assertThat(before.size()).isEqualTo(600);
      assertThat(
              ProofVerifier.consistency(
                      600, 800, before.root(), second.head().root(), second.consistency())
                  .holds())
          .isTrue();
      assertThat(directory.resolve("tile/0/002.p/88")).doesNotExist();
      assertThat(directory.resolve("tile/entries/002.p/88")).doesNotExist();
    }

    @Test
    void outlives_damage_to_the_kept_files() throws IOException {
      TestLog log = TestLog.ofSize(300);
      audit(log);
      for (String file : List.of("tile/0/000", "tile/entries/000")) {
        byte[] bytes = Files.readAllBytes(directory.resolve(file));
        bytes[100] ^= 1;
        Files.write(directory.resolve(file), bytes);

        assertThat(audit(log)).isInstanceOf(LogVerdict.Intact.class);
        assertThat(Files.readAllBytes(directory.resolve(file))).isEqualTo(log.served(file));
      }
    }
  }

  @Nested
  class A_changed_byte {

    @Test
    void in_an_entry_bundle_names_its_entry() throws IOException {
      TestLog log = TestLog.ofSize(7);
      byte[] honest = log.served(BUNDLE_OF_7);
      int entryLength = honest.length / 7;
      for (int at = 0; at < honest.length; at++) {
        log.serveInstead(BUNDLE_OF_7, changed(honest, at));

        assertThat(auditAnew(log, at))
            .as("byte %d", at)
            .extracting(Tampering::where)
            .contains(Optional.of(IndexRange.at(at / entryLength)));
      }
    }

    @Test
    void in_a_tile_names_its_leaf() throws IOException {
      TestLog log = TestLog.ofSize(7);
      byte[] honest = log.served(TILE_OF_7);
      for (int at = 0; at < honest.length; at++) {
        log.serveInstead(TILE_OF_7, changed(honest, at));

        assertThat(auditAnew(log, at))
            .as("byte %d", at)
            .extracting(Tampering::code, Tampering::where)
            .containsExactly(
                tuple(LOG_TILE_CHANGED, Optional.of(IndexRange.at(at / Hash.SIZE_BYTES))));
      }
    }

    @Test
    void in_a_tile_above_names_the_entries_below_it() throws IOException {
      TestLog log = TestLog.ofSize(600);
      byte[] honest = log.served("tile/1/000.p/2");
      log.serveInstead("tile/1/000.p/2", changed(honest, 40));

      assertThat(tampering(audit(log)))
          .extracting(Tampering::code, Tampering::where)
          .containsExactly(tuple(LOG_TILE_CHANGED, Optional.of(new IndexRange(256, 512))));
    }

    @Test
    void in_the_checkpoint_condemns_it() throws IOException {
      TestLog log = TestLog.ofSize(7);
      byte[] honest = log.served("checkpoint");
      for (int at = 0; at < honest.length; at++) {
        log.serveInstead("checkpoint", changed(honest, at));

        assertThat(auditAnew(log, at))
            .as("byte %d", at)
            .extracting(Tampering::code)
            .containsExactly(LOG_CHECKPOINT_INVALID);
      }
    }
  }

  @Nested
  class An_entry_changed_together_with_its_leaf {

    @Test
    void is_named_by_the_hashes_of_the_run_before() throws IOException {
      TestLog log = TestLog.ofSize(300);
      audit(log);
      log.freezeHead();
      log.entries.set(280, "another".getBytes(UTF_8));

      assertThat(tampering(audit(log)))
          .extracting(Tampering::code, Tampering::where)
          .containsExactly(tuple(LOG_ENTRY_CHANGED, Optional.of(IndexRange.at(280))));
    }

    @Test
    void is_named_by_its_own_receipt() throws IOException {
      TestLog log = TestLog.ofSize(300);
      Receipt receipt = log.receipt(33);
      log.freezeHead();
      log.entries.set(33, "another".getBytes(UTF_8));

      assertThat(tampering(audit(log, receipt)))
          .extracting(Tampering::where)
          .containsExactly(Optional.of(IndexRange.at(33)));
    }

    @Test
    void is_narrowed_by_the_receipt_of_a_neighbour() throws IOException {
      TestLog log = TestLog.ofSize(300);
      Receipt receipt = log.receipt(40);
      log.freezeHead();
      log.entries.set(33, "another".getBytes(UTF_8));

      assertThat(tampering(audit(log, receipt)))
          .extracting(Tampering::where)
          .containsExactly(Optional.of(new IndexRange(32, 40)));
    }

    @Test
    void is_narrowed_by_the_tile_above() throws IOException {
      TestLog log = TestLog.ofSize(600);
      log.freezeHead();
      byte[] above = log.served("tile/1/000.p/2");
      log.entries.set(300, "another".getBytes(UTF_8));
      log.serveInstead("tile/1/000.p/2", above);

      assertThat(tampering(audit(log)))
          .extracting(Tampering::where)
          .containsExactly(Optional.of(new IndexRange(256, 512)));
    }

    @Test
    void is_still_found_with_nothing_to_compare() throws IOException {
      TestLog log = TestLog.ofSize(600);
      log.freezeHead();
      log.entries.set(300, "another".getBytes(UTF_8));

      assertThat(tampering(audit(log)))
          .extracting(Tampering::code, Tampering::where)
          .containsExactly(tuple(LOG_ROOT_MISMATCH, Optional.of(new IndexRange(0, 600))));
    }
  }

  @Nested
  class A_log_that_lost_something {

    @Test
    void a_missing_bundle_names_its_entries() throws IOException {
      TestLog log = TestLog.ofSize(300);
      log.instead.put("tile/entries/001.p/44", new Answer.Missing());

      assertThat(tampering(audit(log)))
          .extracting(Tampering::code, Tampering::where)
          .containsExactly(tuple(LOG_MISSING, Optional.of(new IndexRange(256, 300))));
    }

    @Test
    void a_size_signed_without_entries_is_not_asked_for_one_by_one() throws IOException {
      TestLog log = TestLog.ofSize(512);
      log.signSize(1L << 50);

      assertThat(tampering(audit(log)))
          .extracting(Tampering::code, Tampering::where)
          .containsExactly(
              tuple(LOG_MISSING, Optional.of(new IndexRange(512, 768))),
              tuple(LOG_MISSING, Optional.of(new IndexRange(512, 768))),
              tuple(LOG_MISSING, Optional.of(new IndexRange(768, 1L << 50))));
      assertThat(log.fetched).hasSize(6);
    }

    @Test
    void a_size_signed_without_entries_ends_a_second_audit_too() throws IOException {
      TestLog log = TestLog.ofSize(512);
      Receipt receipt = log.receipt(500);
      audit(log);
      log.signSize(1L << 50);
      log.entries.subList(256, 512).clear();

      assertThat(tampering(audit(log, receipt)))
          .extracting(Tampering::where)
          .contains(Optional.of(new IndexRange(512, 1L << 50)));
    }

    @Test
    void leaves_without_entries_are_not_asked_for_for_ever() throws IOException {
      TestLog log = TestLog.ofSize(256 * (HistoryReader.unreadableMax + 20));
      for (int bundle = 0; bundle < HistoryReader.unreadableMax + 20; bundle++) {
        log.instead.put("tile/entries/%03d".formatted(bundle), new Answer.Missing());
      }

      assertThat(tampering(audit(log)))
          .hasSize(HistoryReader.unreadableMax + 1)
          .last()
          .extracting(Tampering::where)
          .isEqualTo(
              Optional.of(new IndexRange(256L * HistoryReader.unreadableMax, log.entries.size())));
    }

    @Test
    void a_bundle_cut_short_names_the_first_entry_that_is_gone() throws IOException {
      TestLog log = TestLog.ofSize(7);
      log.serveInstead(BUNDLE_OF_7, EntryBundle.encode(log.entries.subList(0, 5)));

      assertThat(tampering(audit(log)))
          .extracting(Tampering::code, Tampering::where)
          .containsExactly(tuple(LOG_MISSING, Optional.of(IndexRange.at(5))));
    }

    @Test
    void a_bundle_with_bytes_after_its_entries_is_not_the_log_s() throws IOException {
      TestLog log = TestLog.ofSize(7);
      byte[] honest = log.served(BUNDLE_OF_7);
      log.serveInstead(BUNDLE_OF_7, Arrays.copyOf(honest, honest.length + 1));

      assertThat(tampering(audit(log)))
          .extracting(Tampering::code, Tampering::where)
          .containsExactly(tuple(LOG_ENTRY_CHANGED, Optional.of(IndexRange.at(6))));
    }

    @Test
    void a_store_that_calls_itself_damaged_names_the_entry() throws IOException {
      TestLog log = TestLog.ofSize(7);
      log.instead.put(
          BUNDLE_OF_7, new Answer.Corrupt(OptionalLong.of(4), "entry 4 does not hash to its leaf"));

      assertThat(tampering(audit(log)))
          .extracting(Tampering::code, Tampering::where)
          .containsExactly(tuple(LEDGER_CORRUPT, Optional.of(IndexRange.at(4))));
    }

    @Test
    void swapped_entries_are_both_named() throws IOException {
      TestLog log = TestLog.ofSize(7);
      byte[] tile = log.served(TILE_OF_7);
      log.freezeHead();
      log.serveInstead(TILE_OF_7, tile);
      Collections.swap(log.entries, 2, 5);

      assertThat(tampering(audit(log)))
          .extracting(Tampering::where)
          .containsExactly(Optional.of(IndexRange.at(2)), Optional.of(IndexRange.at(5)));
    }

    @Test
    void a_smaller_log_than_the_run_before_saw_is_rolled_back() throws IOException {
      TestLog log = TestLog.ofSize(9);
      audit(log);
      log.entries.removeLast();

      assertThat(tampering(audit(log)))
          .extracting(Tampering::code, Tampering::where)
          .containsExactly(tuple(LOG_ROLLED_BACK, Optional.of(IndexRange.at(8))));
    }

    @Test
    void a_smaller_log_than_a_receipt_proves_is_rolled_back() throws IOException {
      TestLog log = TestLog.ofSize(9);
      Receipt receipt = log.receipt(8);
      log.entries.removeLast();

      assertThat(tampering(audit(log, receipt)))
          .extracting(Tampering::code)
          .containsExactly(LOG_ROLLED_BACK);
    }
  }

  @Nested
  class A_log_that_signed_two_histories {

    @ParameterizedTest
    @ValueSource(ints = {0, 5})
    void is_forked_at_the_first_entry_that_differs(int grownBy) throws IOException {
      TestLog log = TestLog.ofSize(300);
      audit(log);
      log.entries.set(7, "rewritten".getBytes(UTF_8));
      log.grow(grownBy);

      assertThat(tampering(audit(log)))
          .extracting(Tampering::code, Tampering::where)
          .containsExactly(tuple(LOG_FORKED, Optional.of(IndexRange.at(7))));
    }

    @Test
    void stays_forked_however_often_it_is_asked_and_leaves_evidence() throws IOException {
      TestLog log = TestLog.ofSize(7);
      audit(log);
      byte[] before = Files.readAllBytes(directory.resolve("checkpoint"));
      log.entries.set(3, "rewritten".getBytes(UTF_8));

      assertThat(audit(log)).isInstanceOf(LogVerdict.Tampered.class);
      assertThat(audit(log)).isInstanceOf(LogVerdict.Tampered.class);

      assertThat(Files.readAllBytes(directory.resolve("checkpoint"))).isEqualTo(before);
      try (var found = Files.list(directory.resolve("tampered"))) {
        assertThat(found)
            .singleElement()
            .satisfies(kept ->
                assertThat(Files.readString(kept.resolve("checkpoint")))
                    .isEqualTo(log.head().format()));
      }
    }

    @Test
    void is_forked_against_a_receipt() throws IOException {
      TestLog log = TestLog.ofSize(7);
      Receipt receipt = log.receipt(3);
      log.entries.set(3, "rewritten".getBytes(UTF_8));
      log.grow(4);

      assertThat(tampering(audit(log, receipt)))
          .extracting(Tampering::code, Tampering::where)
          .containsExactly(tuple(LOG_FORKED, Optional.of(IndexRange.at(3))));
    }
  }

  @Nested
  class Old_full_tiles {

    @Test
    void damaged_after_they_were_verified_are_found_when_all_is_fetched_again() throws IOException {
      TestLog log = TestLog.ofSize(300);
      audit(log);
      log.freezeHead();
      log.entries.set(20, "another".getBytes(UTF_8));
      AuditOptions all = new AuditOptions(List.of(), true, false, WitnessQuorum.NONE);

      assertThat(tampering(audit(log, all)))
          .extracting(Tampering::where)
          .containsExactly(Optional.of(IndexRange.at(20)));
    }
  }

  @Nested
  class What_is_not_the_log_s_fault {

    @Test
    void a_checkpoint_by_another_key_of_the_same_name_is_not_believed() throws IOException {
      TestLog log = TestLog.ofSize(3);
      TestLog impostor = new TestLog(NoteSigner.generate(TestLog.ORIGIN));
      impostor.grow(3);

      LogVerdict verdict =
          new LogAudit(
                  impostor,
                  log.key(),
                  new AuditDirectory(directory),
                  AuditOptions.DEFAULT,
                  (phase, done, total) -> {})
              .run();

      assertThat(tampering(verdict))
          .extracting(Tampering::code)
          .containsExactly(LOG_CHECKPOINT_INVALID);
    }

    @Test
    void a_receipt_with_a_path_cut_short_cannot_be_used() {
      TestLog log = TestLog.ofSize(9);
      Receipt whole = log.receipt(3);
      Receipt cut = new Receipt(whole.extra(), 3, whole.path().subList(0, 2), whole.checkpoint());
      log.entries.set(3, "rewritten".getBytes(UTF_8));

      assertThatThrownBy(() -> audit(log, cut))
          .isInstanceOf(IOException.class)
          .hasMessage(
              "the receipt for index 3 is damaged: its path has 2 hashes, in a tree of 9 entries it"
                  + " has 4");
    }

    @Test
    void a_receipt_of_another_log_cannot_be_used() {
      Receipt foreign = TestLog.ofSize(3).receipt(1);

      assertThatThrownBy(() -> audit(TestLog.ofSize(3), foreign))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("receipt for index 1");
    }

    @Test
    void a_directory_of_another_log_cannot_be_used() throws IOException {
      audit(TestLog.ofSize(3));

      assertThatThrownBy(() -> audit(TestLog.ofSize(3)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("another directory");
    }

    @Test
    void the_empty_root_is_the_hash_of_nothing() throws IOException {
      LogVerdict.Intact empty = (LogVerdict.Intact) audit(TestLog.ofSize(0));

      assertThat(empty.head().root()).isEqualTo(MerkleTree.EMPTY_ROOT);
    }
  }

  private LogVerdict audit(TestLog log, Receipt... receipts) throws IOException {
    return audit(log, new AuditOptions(List.of(receipts), false, false, WitnessQuorum.NONE));
  }

  private LogVerdict audit(TestLog log, AuditOptions options) throws IOException {
    return audit(log, directory, options);
  }

  private List<Tampering> auditAnew(TestLog log, int run) throws IOException {
    return tampering(audit(log, directory.resolve("run" + run), AuditOptions.DEFAULT));
  }

  private static LogVerdict audit(TestLog log, Path directory, AuditOptions options)
      throws IOException {
    return new LogAudit(
            log, log.key(), new AuditDirectory(directory), options, (phase, done, total) -> {})
        .run();
  }

  private static List<Tampering> tampering(LogVerdict verdict) {
    assertThat(verdict).isInstanceOf(LogVerdict.Tampered.class);
    return ((LogVerdict.Tampered) verdict).tampering();
  }

  private static byte[] changed(byte[] honest, int at) {
    byte[] bytes = honest.clone();
    bytes[at] ^= 1;
    return bytes;
  }
}
