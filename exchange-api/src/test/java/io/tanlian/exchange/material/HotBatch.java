package io.tanlian.exchange.material;

import com.zaxxer.hikari.HikariDataSource;
import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.key.SignatureAlgorithm;
import io.tanlian.contracts.key.SigningKey;
import io.tanlian.contracts.material.Allocation;
import io.tanlian.contracts.material.Batch;
import io.tanlian.contracts.material.BatchId;
import io.tanlian.contracts.material.BatchSource;
import io.tanlian.contracts.material.Content;
import io.tanlian.contracts.material.Custody;
import io.tanlian.contracts.material.CustodyModel;
import io.tanlian.contracts.material.Material;
import io.tanlian.contracts.material.MaterialBatch;
import io.tanlian.contracts.material.Origin;
import io.tanlian.contracts.material.Processing;
import io.tanlian.contracts.material.ProcessingUse;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.ReadStatement;
import io.tanlian.contracts.statement.Statement;
import io.tanlian.contracts.statement.StatementReader;
import io.tanlian.contracts.statement.StatementSigner;
import io.tanlian.exchange.sharing.VisibleDeclarations;
import io.tanlian.exchange.statement.KnownHoldings;
import io.tanlian.exchange.statement.RecordedStatements;
import io.tanlian.ledger.AppendCondition;
import io.tanlian.ledger.AppendOutcome;
import io.tanlian.ledger.Ledger;
import io.tanlian.ledger.NewEntry;
import io.tanlian.ledger.schema.LedgerSchema;
import io.tanlian.ledger.sequencer.PostgresSequencer;
import io.tanlian.ledger.sequencer.SequencerLimits;
import io.tanlian.ledger.storage.HeadSignal;
import io.tanlian.ledger.storage.LedgerPool;
import io.tanlian.tlog.note.NoteSigner;
import io.tanlian.verifier.state.StatementEntry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A ledger with one batch that everybody uses, a gram each. */
final class HotBatch implements AutoCloseable {
  static final BigDecimal TONNE = new BigDecimal("1000");
  private static final BigDecimal GRAM = new BigDecimal("0.001");
  private static final int APPENDED_TOGETHER = 256;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final EmbeddedPostgres server = EmbeddedPostgres.builder().start();
  private final NoteSigner logKey = NoteSigner.generate("hot.test.tanlian.io");
  private final SigningKey key = SigningKey.generate(SignatureAlgorithm.ED25519, RANDOM);
  private final HikariDataSource pool;
  private final Ledger ledger;
  private final StatementId batch;

  HotBatch(int uses) throws Exception {
    LedgerSchema.migrate(server.getPostgresDatabase(), "postgres");
    pool = LedgerPool.open("test", server.getJdbcUrl("postgres", "postgres"), "postgres", "", 6);
    HeadSignal signal = new HeadSignal();
    ledger = new Ledger(pool, logKey.verifierKey(), signal);
    ReadStatement brought = sign(batch());
    batch = brought.statement().id();
    List<ReadStatement> statements = new ArrayList<>(List.of(brought));
    for (int i = 0; i < uses; i++) {
      statements.add(sign(use()));
    }
    try (PostgresSequencer sequencer =
        new PostgresSequencer(pool, logKey, signal, SequencerLimits.DEFAULT)) {
      for (int from = 0; from < statements.size(); from += APPENDED_TOGETHER) {
        append(
            sequencer,
            statements.subList(from, Math.min(statements.size(), from + APPENDED_TOGETHER)));
      }
    }
  }

  StatementId statement() {
    return batch;
  }

  BatchId lot() {
    return new BatchId(batch, "1");
  }

  /** What one request reads of it all. */
  LedgerMaterial.AsOf request(ReadLimits limits) {
    RecordedStatements recorded =
        new RecordedStatements(ledger, new VisibleDeclarations(JdbcClient.create(pool)));
    return new LedgerMaterial(ledger, recorded, new KnownHoldings(), limits).asOf(ledger.head());
  }

  @Override
  public void close() throws IOException {
    ledger.close();
    pool.close();
    server.close();
  }

  private static void append(PostgresSequencer sequencer, List<ReadStatement> statements)
      throws Exception {
    List<NewEntry> entries =
        statements.stream()
            .map(read -> NewEntry.of(StatementEntry.of(read, Instant.EPOCH)))
            .toList();
    AppendOutcome outcome =
        sequencer.append(entries, AppendCondition.none()).get(60, TimeUnit.SECONDS);
    if (!(outcome instanceof AppendOutcome.Appended)) {
      throw new AssertionError(outcome);
    }
  }

  private static Claim batch() {
    return new Claim.Batched(
        new MaterialBatch(BatchSource.COLLECTED, custody(), lot(TONNE), List.of()));
  }

  private Claim use() {
    return new Claim.Processed(
        new Processing(
            ProcessingUse.PRODUCTION,
            custody(),
            List.of(new Allocation(lot(), GRAM, nickel(GRAM))),
            List.of(lot(GRAM)),
            List.of()));
  }

  private static Custody custody() {
    return new Custody(CustodyModel.SEGREGATED, null);
  }

  private static Batch lot(BigDecimal mass) {
    return new Batch(
        "1",
        ProductId.parse("urn:example:scrap"),
        mass,
        null,
        BigDecimal.ONE,
        false,
        nickel(mass),
        List.of());
  }

  private static List<Content> nickel(BigDecimal mass) {
    return List.of(new Content(Material.parse("Ni"), mass, Origin.POST_CONSUMER));
  }

  private ReadStatement sign(Claim claim) {
    Statement statement =
        new Statement(
            new StatementId(UUID.randomUUID()),
            ParticipantId.parse("did:web:recycler.example"),
            Instant.EPOCH,
            logKey.verifierKey().name(),
            claim);
    return switch (StatementSigner.sign(statement, key, RANDOM).then(StatementReader::read)) {
      case Outcome.Accepted<ReadStatement>(ReadStatement read) -> read;
      case Outcome.Refused<ReadStatement> refused -> throw new AssertionError(refused);
    };
  }
}
