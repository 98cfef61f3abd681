package io.tanlian.example.battery.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.declaration.InputLine;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.ReadStatement;
import io.tanlian.contracts.statement.SignedStatement;
import io.tanlian.contracts.statement.StatementReader;
import io.tanlian.example.battery.chain.Chain;
import io.tanlian.example.battery.chain.Company;
import io.tanlian.example.battery.chain.Product;
import io.tanlian.example.battery.key.ChainKeys;
import io.tanlian.tlog.entry.EntryCodec;
import io.tanlian.verifier.state.StatementEntry;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.Year;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChainStatementsTest {
  private static final String ORIGIN = "log.example/tanlian-demo";
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00.123456Z");

  private final Chain chain = Chain.read();
  private final SecureRandom random = new SecureRandom();

  @TempDir Path directory;

  private ChainKeys keys;
  private ChainStatements statements;

  @BeforeEach
  void keysOfTheCompanies() {
    keys = ChainKeys.in(directory, chain.companies(), random);
    statements = new ChainStatements(chain, keys, ORIGIN, Year.of(2026));
  }

  @Test
  void ids_are_distinct_and_the_same_at_every_run() {
    List<StatementId> ids = ids(statements);
    assertThat(ids).doesNotHaveDuplicates();
    ChainKeys sameKeys = ChainKeys.in(directory, chain.companies(), random);
    assertThat(ids(new ChainStatements(chain, sameKeys, ORIGIN, Year.of(2026)))).isEqualTo(ids);
  }

  @Test
  void every_statement_is_signed_by_its_issuer_read_back_whole_and_small_enough_for_the_ledger() {
    for (Prepared prepared : statements.inOrder()) {
      SignedStatement signed = accepted(statements.sign(prepared, NOW, random));
      ReadStatement read = accepted(StatementReader.read(signed));
      assertThat(accepted(read.verify(keys.of(prepared.issuer()).publicKey()))).isSameAs(read);
      assertThat(read.complete()).isTrue();
      assertThat(read.statement().id()).isEqualTo(prepared.id());
      assertThat(read.statement().audience()).isEqualTo(ORIGIN);
      assertThat(EntryCodec.encode(StatementEntry.of(read, NOW)))
          .as(prepared.title())
          .hasSizeLessThanOrEqualTo(EntryCodec.ENTRY_BYTES_MAX);
    }
  }

  @Test
  void companies_are_admitted_and_have_a_key_before_they_sign() {
    Set<Company> able = new HashSet<>(List.of(chain.company("operator")));
    Set<String> admitted = new HashSet<>();
    for (Prepared prepared : statements.inOrder()) {
      assertThat(able).contains(prepared.issuer());
      switch (prepared.claim()) {
        case Claim.Admitted(var admission) -> admitted.add(admission.participant().value());
        case Claim.Enrolled(var enrolment) -> {
          assertThat(admitted).contains(enrolment.participant().value());
          chain.companies().stream()
              .filter(company -> company.id().equals(enrolment.participant()))
              .forEach(able::add);
        }
        default -> {}
      }
    }
    assertThat(able).hasSameElementsAs(chain.companies());
  }

  @Test
  void references_point_to_statements_earlier_in_the_loading_order() {
    Set<StatementId> loaded = new HashSet<>();
    int references = 0;
    for (Prepared prepared : statements.inOrder()) {
      if (prepared.claim() instanceof Claim.Declared(var declaration)) {
        for (InputLine line : declaration.inputs()) {
          if (line.statement() != null) {
            assertThat(loaded).contains(line.statement());
            references++;
          }
        }
      }
      loaded.add(prepared.id());
    }
    // 11 without recycling, 16 with it, and the scrap that carries a burden
    assertThat(references).isEqualTo(11 + 16 + 17);
  }

  @Test
  void each_product_s_declaration_can_be_found_by_name() {
    for (Product product : chain.products()) {
      assertThat(ids(statements)).contains(ChainStatements.declarationOf(product));
    }
  }

  private static List<StatementId> ids(ChainStatements statements) {
    return statements.inOrder().stream().map(Prepared::id).toList();
  }

  private static <T> T accepted(Outcome<T> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    return ((Outcome.Accepted<T>) outcome).value();
  }
}
