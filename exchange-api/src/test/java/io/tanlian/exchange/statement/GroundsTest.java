package io.tanlian.exchange.statement;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.tanlian.ledger.SequencedEntry;
import io.tanlian.ledger.decision.History;
import io.tanlian.verifier.state.StatementEntry;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroundsTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final SigningKey KEY = SigningKey.generate(SignatureAlgorithm.ED25519, RANDOM);
  private static final BigDecimal HUNDRED = new BigDecimal("100");

  private final KnownHoldings holdings = new KnownHoldings();
  private final Grounds grounds = new Grounds(withoutLedger(), holdings);
  private final ReadStatement batch = sign(batch());
  private final SequencedEntry brought = at(5, batch);

  @Test
  void uses_that_are_ahead_are_taken_off() {
    List<SequencedEntry> ahead =
        IntStream.range(10, 15).mapToObj(index -> at(index, use("1"))).toList();
    for (int count = 0; count <= ahead.size(); count++) {
      assertThat(left(List.of(brought), ahead.subList(0, count)))
          .isEqualTo(100_000 - 1_000 * count);
    }
  }

  @Test
  void what_was_ahead_counts_once_wherever_it_lands() {
    ReadStatement first = use("1");
    assertThat(left(List.of(brought), List.of(at(10, first)))).isEqualTo(99_000);
    assertThat(left(List.of(brought, at(13, first)), List.of())).isEqualTo(99_000);
  }

  @Test
  void what_was_ahead_and_never_landed_does_not_count() {
    assertThat(left(List.of(brought), List.of(at(10, use("1"))))).isEqualTo(99_000);
    assertThat(left(List.of(brought), List.of(at(10, use("2"))))).isEqualTo(98_000);
    assertThat(left(List.of(brought), List.of())).isEqualTo(100_000);
  }

  @Test
  void another_statement_at_an_index_that_was_only_expected_is_read_as_it_is() {
    assertThat(left(List.of(brought), List.of(at(10, use("1")), at(11, use("2")))))
        .isEqualTo(97_000);
    assertThat(left(List.of(brought, at(10, use("30"))), List.of())).isEqualTo(70_000);
  }

  /** Grams of the batch that are left for another use. */
  private long left(List<SequencedEntry> committed, List<SequencedEntry> ahead) {
    ReadStatement next = use("3");
    return grounds
        .of(next, grounds.known(next), new History(committed, ahead))
        .stock(lot())
        .orElseThrow()
        .left()
        .mass();
  }

  private BatchId lot() {
    return new BatchId(batch.statement().id(), "1");
  }

  private static Claim batch() {
    return new Claim.Batched(
        new MaterialBatch(
            BatchSource.COLLECTED,
            new Custody(CustodyModel.SEGREGATED, null),
            lot(HUNDRED),
            List.of()));
  }

  private ReadStatement use(String kilograms) {
    BigDecimal mass = new BigDecimal(kilograms);
    return sign(
        new Claim.Processed(
            new Processing(
                ProcessingUse.PRODUCTION,
                new Custody(CustodyModel.SEGREGATED, null),
                List.of(new Allocation(lot(), mass, nickel(mass))),
                List.of(lot(mass)),
                List.of())));
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

  private static ReadStatement sign(Claim claim) {
    Statement statement =
        new Statement(
            new StatementId(UUID.randomUUID()),
            ParticipantId.parse("did:web:recycler.example"),
            Instant.EPOCH,
            "ledger.example",
            claim);
    return switch (StatementSigner.sign(statement, KEY, RANDOM).then(StatementReader::read)) {
      case Outcome.Accepted<ReadStatement>(ReadStatement read) -> read;
      case Outcome.Refused<ReadStatement> refused -> throw new IllegalStateException("" + refused);
    };
  }

  private static SequencedEntry at(long index, ReadStatement read) {
    return new SequencedEntry(index, StatementEntry.of(read, Instant.EPOCH));
  }

  /** The statements conceal nothing, so that nothing beside their entries is asked for. */
  @SuppressWarnings("NullAway")
  private static RecordedStatements withoutLedger() {
    return new RecordedStatements(null, null);
  }
}
