package io.tanlian.verifier.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.key.SigningKey;
import io.tanlian.contracts.participant.Role;
import io.tanlian.contracts.sharing.GrantedPart;
import io.tanlian.contracts.statement.ReadStatement;
import io.tanlian.contracts.statement.StatementType;
import io.tanlian.tlog.entry.Entry;
import io.tanlian.tlog.entry.EntryCodec;
import io.tanlian.tlog.witness.WitnessQuorum;
import io.tanlian.verifier.Company;
import io.tanlian.verifier.DeclarationText;
import io.tanlian.verifier.Severity;
import io.tanlian.verifier.World;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.assertj.core.api.ListAssert;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {
  private static final ProductId CATHODE = ProductId.parse(DeclarationText.CATHODE);
  private static final ProductId CELL = ProductId.parse(DeclarationText.CELL);

  @TempDir Path directory;

  private final World world = World.inBusiness();
  private final TestLog log = TestLog.of(world);

  @Nested
  class An_honest_log {
    @Test
    void is_clean_and_counted() {
      AuditReport report = audit();

      assertThat(report.exitCode()).isEqualTo(AuditReport.EXIT_CLEAN);
      assertThat(report.findings()).isEmpty();
      assertThat(report.head().orElseThrow().size()).isEqualTo(14);
      assertThat(report.statements())
          .containsEntry(StatementType.PARTICIPANT_ADMITTED, 3L)
          .containsEntry(StatementType.KEY_ENROLLED, 3L)
          .containsEntry(StatementType.PRODUCT_FOOTPRINT_DECLARATION, 4L)
          .containsEntry(StatementType.GRANT, 1L)
          .containsEntry(StatementType.KEY_ROTATED, 1L)
          .containsEntry(StatementType.WITHDRAWAL, 1L)
          .containsEntry(StatementType.KEY_REVOKED, 1L);
    }

    @Test
    void gives_the_footprints_again() {
      assertThat(audit().footprints())
          .extracting(
              AuditedFootprint::product,
              footprint -> computed(footprint).index(),
              footprint -> computed(footprint).excludingUptake().stripTrailingZeros(),
              footprint -> computed(footprint).complete(),
              footprint -> computed(footprint).stale())
          .containsExactly(
              tuple(CELL, 11L, new BigDecimal("6.5"), true, false),
              tuple(CATHODE, 9L, new BigDecimal("9"), true, false));
    }

    @Test
    void shows_what_became_stale_and_what_is_missing() {
      StatementId cathode = world.statements().get(9).statement().id();
      Company maker = newestKeyOfCathodeMaker();
      world.append(world.withdraw(maker, cathode));
      log.follow(world);

      assertThat(audit().footprints())
          .satisfiesExactly(
              cell -> assertThat(computed(cell).stale()).isTrue(),
              none -> assertThat(none).isInstanceOf(AuditedFootprint.NotComputed.class));
    }

    @Test
    void gives_a_product_that_two_participants_declare_a_footprint_each() {
      Company second =
          new Company(ParticipantId.parse("urn:lei:5493001KJTIIGC8Y1R12"), Company.newKey());
      world.append(world.admit(second, Role.SUPPLIER));
      world.append(world.enrol(world.operator, second));
      world.append(world.declare(second, DeclarationText.cathode(second.id())));
      log.follow(world);

      assertThat(audit().footprints())
          .extracting(
              AuditedFootprint::product,
              AuditedFootprint::issuer,
              footprint -> computed(footprint).excludingUptake().doubleValue())
          .containsExactly(
              tuple(CELL, world.cellMaker.id(), 6.5),
              tuple(CATHODE, world.cathodeMaker.id(), 9.0),
              tuple(CATHODE, second.id(), 10.0));
    }

    @Test
    void grows_and_proves_it() {
      audit();
      world.append(world.admit(stranger(), Role.AUDITOR));
      log.follow(world);

      AuditReport second = audit();

      assertThat(second.exitCode()).isEqualTo(AuditReport.EXIT_CLEAN);
      assertThat(second.growth().orElseThrow().previousSize()).isEqualTo(14);
      assertThat(second.head().orElseThrow().size()).isEqualTo(15);
      assertThat(second.growth().orElseThrow().proof()).isNotEmpty();
    }

    @Test
    void reports_its_progress_phase_by_phase() {
      List<String> heard = new ArrayList<>();

      new Audit(
              log,
              log.key(),
              new AuditDirectory(directory),
              AuditOptions.DEFAULT,
              (phase, done, total) -> heard.add("%s %d/%d".formatted(phase, done, total)))
          .run();

      assertThat(heard)
          .containsExactly("HISTORY 14/14", "STATEMENTS 14/14", "FOOTPRINTS 1/2", "FOOTPRINTS 2/2");
    }
  }

  @Nested
  class Disclosures {
    @Test
    void that_are_not_granted_leave_things_unjudged_but_are_no_fault() {
      log.disclosures.clear();

      AuditReport report = audit();

      assertThat(report.exitCode()).isEqualTo(AuditReport.EXIT_CLEAN);
      assertThat(report.count(Severity.INFO)).isPositive();
      assertThat(report.footprints())
          .hasOnlyElementsOfType(AuditedFootprint.NotComputed.class)
          .hasSize(2);
    }

    @Test
    void are_kept_and_not_fetched_again() throws IOException {
      audit();
      assertThat(log.disclosuresFetched).hasSize(4);
      ReadStatement declaration = world.statements().get(6);
      Path file = directory.resolve("disclosures/" + declaration.statement().id().uuid() + ".txt");
      assertThat(Files.readAllLines(file)).isEqualTo(declaration.signed().disclosures());
      log.disclosuresFetched.clear();
      log.disclosures.clear();

      assertThat(audit().footprints()).allMatch(AuditedFootprint.Computed.class::isInstance);
      assertThat(log.disclosuresFetched).isEmpty();
    }

    @Test
    void that_come_later_complete_what_is_kept() {
      for (ReadStatement read : world.statements()) {
        log.disclosures.put(
            read.statement().id(), read.restrictTo(Set.of(GrantedPart.FIGURES)).disclosures());
      }
      assertThat(audit().count(Severity.INFO)).isPositive();

      for (ReadStatement read : world.statements()) {
        log.disclosures.put(read.statement().id(), read.signed().disclosures());
      }
      assertThat(audit().findings()).isEmpty();
    }

    @Test
    void of_other_parts_later_are_added_to_those_kept() {
      ReadStatement declaration = world.statements().get(6);
      List<String> all = declaration.signed().disclosures();
      log.disclosures.put(declaration.statement().id(), all.subList(0, 1));
      audit();
      log.disclosures.put(declaration.statement().id(), all.subList(1, all.size()));

      assertThat(audit().findings()).isEmpty();
    }

    @Test
    void altered_on_disk_are_not_believed() throws IOException {
      audit();
      UUID id = world.statements().get(6).statement().id().uuid();
      Files.writeString(directory.resolve("disclosures/" + id + ".txt"), "WyJhIiwiYiIsImMiXQ\n");

      assertThat(audit().findings()).isEmpty();
    }

    @Test
    void of_another_statement_are_an_error_that_names_the_index() {
      log.disclosures.put(
          world.statements().get(6).statement().id(),
          world.statements().get(7).signed().disclosures());

      AuditReport report = audit();

      assertThat(report.exitCode()).isEqualTo(AuditReport.EXIT_FINDINGS);
      assertErrors(report).containsExactly(tuple(6L, "disclosure.unmatched", ""));
    }
  }

  @Nested
  class A_tampered_log {
    @Test
    void exits_with_3_and_names_the_index_whichever_byte_was_changed() {
      String path = "tile/entries/000.p/14";
      byte[] honest = log.served(path);
      int at = 0;
      int begin = 0;
      for (int index = 0; index < 14; index++) {
        int end = begin + 2 + log.entries.get(index).length;
        for (; at < end; at += 101) {
          byte[] changed = honest.clone();
          changed[at] ^= 0x20;
          log.serveInstead(path, changed);

          AuditReport report = audit(directory.resolve("run" + at));

          assertThat(report.exitCode()).isEqualTo(AuditReport.EXIT_TAMPERED);
          assertThat(report.tampering())
              .as("byte %d", at)
              .anySatisfy(found -> assertThat(found.where()).contains(IndexRange.at(at(report))));
          assertThat(at(report)).as("byte %d", at).isEqualTo(index);
        }
        begin = end;
      }
    }

    @Test
    void changed_after_the_first_audit_is_found_by_the_second() {
      assertThat(audit().exitCode()).isEqualTo(AuditReport.EXIT_CLEAN);
      log.freezeHead();
      byte[] entry = log.entries.get(6).clone();
      entry[entry.length - 1] ^= 1;
      log.entries.set(6, entry);

      AuditReport report = audit();

      assertThat(report.exitCode()).isEqualTo(AuditReport.EXIT_TAMPERED);
      assertThat(at(report)).isEqualTo(6);
    }

    private static long at(AuditReport report) {
      return report.tampering().getFirst().where().orElseThrow().first();
    }
  }

  @Nested
  class An_exchange_that_lets_in_what_it_must_not {
    @Test
    void a_forged_tag_type_or_event_id_names_the_index() {
      Entry honest = world.entry(7);
      TreeSet<String> tags = new TreeSet<>(honest.tags());
      tags.removeIf(tag -> tag.startsWith("product:"));
      for (Entry forged :
          List.of(
              entry(honest.eventId(), honest.type(), "1", tags, honest.payload()),
              entry(UUID.randomUUID(), honest.type(), "1", honest.tags(), honest.payload()),
              entry(honest.eventId(), "io.tanlian.Grant", "1", honest.tags(), honest.payload()),
              entry(honest.eventId(), honest.type(), "2", honest.tags(), honest.payload()))) {
        log.entries.set(7, EntryCodec.encode(forged));

        AuditReport report = audit(directory.resolve(UUID.randomUUID().toString()));

        assertThat(report.exitCode()).isEqualTo(AuditReport.EXIT_FINDINGS);
        assertErrors(report).containsExactly(tuple(7L, "entry.forged", ""));
      }
    }

    @Test
    void an_entry_that_cannot_be_read_names_the_index() {
      log.entries.add("not an entry".getBytes(UTF_8));
      log.entries.add(
          EntryCodec.encode(
              entry(
                  UUID.randomUUID(),
                  "io.tanlian.Grant",
                  "1",
                  Set.of(),
                  "not a statement".getBytes(UTF_8))));

      assertErrors(audit())
          .containsExactly(
              tuple(14L, "entry.malformed", ""), tuple(15L, "statement.malformed", ""));
    }

    @Test
    void a_statement_signed_after_its_key_was_revoked_names_the_index() {
      world.force(world.declare(world.cellMaker, DeclarationText.cathode(world.cellMaker.id())));
      log.follow(world);

      assertErrors(audit()).containsExactly(tuple(14L, "key.revoked", ""));
    }

    @Test
    void what_should_have_been_refused_has_no_effect() {
      Company stranger = stranger();
      Company maker = newestKeyOfCathodeMaker();
      world.append(world.admit(stranger, Role.SUPPLIER));
      world.force(world.enrol(maker, stranger));
      world.force(world.declare(stranger, DeclarationText.cathode(maker.id())));
      log.follow(world);

      AuditReport report = audit();

      assertErrors(report)
          .containsExactly(
              tuple(16L, "access.denied", "/credentialSubject/participant"),
              tuple(17L, "key.unknown", ""));
      assertThat(report.footprints()).hasSize(2);
    }

    @Test
    void a_ledger_without_the_operator_s_key_has_no_beginning() {
      log.entries.subList(1, log.entries.size()).clear();

      assertErrors(audit()).containsExactly(tuple(0L, "ledger.genesis-invalid", ""));
    }

    @Test
    void a_footprint_other_than_the_ledger_gives_is_an_error() {
      AuditOptions comparing = new AuditOptions(List.of(), false, true, WitnessQuorum.NONE);
      log.footprints.put(CATHODE, new ServedFootprint(new BigDecimal("9.00"), true));
      log.footprints.put(CELL, new ServedFootprint(new BigDecimal("6.5"), true));
      assertThat(audit(directory, comparing).exitCode()).isEqualTo(AuditReport.EXIT_CLEAN);

      log.footprints.put(CELL, new ServedFootprint(new BigDecimal("6.4"), true));
      assertErrors(audit(directory, comparing))
          .containsExactly(tuple(11L, "log.answer-differs", ""));

      log.footprints.put(CELL, new ServedFootprint(new BigDecimal("6.5"), false));
      assertErrors(audit(directory, comparing))
          .containsExactly(tuple(11L, "log.answer-differs", ""));
    }
  }

  @Nested
  class The_report {
    @Test
    void says_why_the_audit_could_not_run() {
      log.instead.put("checkpoint", new Answer.Missing());

      AuditReport report = audit();

      assertThat(report.exitCode()).isEqualTo(AuditReport.EXIT_NOT_RUN);
      assertThat(report.toText()).contains("the log has no checkpoint to audit");
      assertThat(report.toJson().path("exitCode").intValue()).isEqualTo(2);
    }

    @Test
    void is_text_of_a_line_a_fact() {
      world.force(world.declare(world.cellMaker, DeclarationText.cathode(world.cellMaker.id())));
      log.follow(world);

      AuditReport report = audit();

      assertThat(report.toText().lines())
          .containsExactly(
              "Log         tanlian.example/log",
              "Size        15 entries, root " + report.head().orElseThrow().root().base64(),
              "Statements  3 ParticipantAdmitted, 3 KeyEnrolled, 1 KeyRotated, 1 KeyRevoked,"
                  + " 5 ProductFootprintDeclaration, 1 Grant, 1 Withdrawal",
              "Footprint   urn:gtin:06901234567885: 6.5 kgCO2e per 1 kilogram, complete"
                  + " (index 11)",
              "Footprint   urn:gtin:06901234567892: 9 kgCO2e per 1 kilogram, complete"
                  + " (index 9)",
              "error       index 14, key.revoked: Key %s was revoked at index 13."
                      .formatted(world.cellMaker.kid())
                  + " Sign with the issuer's current key.",
              "Result      the history is intact; 1 errors, 0 warnings, 0 not judged");
    }

    @Test
    void shows_nothing_of_a_log_that_controls_the_terminal_or_fakes_a_line() {
      log.instead.put(
          "checkpoint",
          new Answer.Corrupt(
              OptionalLong.empty(),
              "\u001b[2J\u009b1A\u202e\u2066\u200b\nResult      clean\u2028碳"));

      assertThat(audit().toText())
          .contains("\uFFFD[2J\uFFFD1A\uFFFD\uFFFD\uFFFD\uFFFDResult      clean\uFFFD碳");
    }

    @Test
    void is_kept_as_json() throws IOException {
      AuditReport report = audit();

      assertThat(Files.readString(directory.resolve("report.json")))
          .isEqualTo(report.toJson().toPrettyString() + "\n")
          .contains("\"pcfExcludingBiogenicUptake\" : \"6.5")
          .contains("\"exitCode\" : 0");
    }

    @Test
    void of_tampering_names_the_indexes() {
      log.freezeHead();
      log.serveInstead("tile/0/000.p/14", log.served("tile/0/000.p/14"));
      log.entries.set(3, "changed".getBytes(UTF_8));

      AuditReport report = audit();

      assertThat(report.toText()).contains("TAMPERED    index 3, log.entry-changed: ");
      assertThat(report.toJson().at("/tampering/0/firstIndex").longValue()).isEqualTo(3);
      assertThat(report.toJson().at("/tampering/0/lastIndex").longValue()).isEqualTo(3);
    }
  }

  private Company newestKeyOfCathodeMaker() {
    SigningKey next = Company.newKey();
    world.append(world.enrol(world.operator, world.cathodeMaker.withKey(next)));
    return world.cathodeMaker.withKey(next);
  }

  private static Company stranger() {
    return new Company(ParticipantId.parse("did:web:new.example"), Company.newKey());
  }

  private static Entry entry(
      UUID eventId, String type, String version, Set<String> tags, byte[] payload) {
    return Entry.of(
        eventId, type, version, Instant.parse("2026-11-21T17:00:00Z"), tags, Map.of(), payload);
  }

  private static AuditedFootprint.Computed computed(AuditedFootprint footprint) {
    return (AuditedFootprint.Computed) footprint;
  }

  private static ListAssert<Tuple> assertErrors(AuditReport report) {
    return assertThat(
        report.findings().stream()
            .filter(found -> found.finding().isError())
            .map(found ->
                tuple(
                    found.index(),
                    found.finding().problem().code().code(),
                    found.finding().problem().pointer()))
            .toList());
  }

  private AuditReport audit() {
    return audit(directory);
  }

  private AuditReport audit(Path kept) {
    return audit(kept, AuditOptions.DEFAULT);
  }

  private AuditReport audit(Path kept, AuditOptions options) {
    return new Audit(log, log.key(), new AuditDirectory(kept), options, (phase, done, total) -> {})
        .run();
  }
}
