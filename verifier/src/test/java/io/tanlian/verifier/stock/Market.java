package io.tanlian.verifier.stock;

import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.identifier.Urn;
import io.tanlian.contracts.material.Allocation;
import io.tanlian.contracts.material.Batch;
import io.tanlian.contracts.material.BatchId;
import io.tanlian.contracts.material.BatchSource;
import io.tanlian.contracts.material.Content;
import io.tanlian.contracts.material.Correction;
import io.tanlian.contracts.material.Custody;
import io.tanlian.contracts.material.CustodyModel;
import io.tanlian.contracts.material.FeedLot;
import io.tanlian.contracts.material.MaterialBatch;
import io.tanlian.contracts.material.Processing;
import io.tanlian.contracts.material.ProcessingUse;
import io.tanlian.contracts.material.RecoveryDeclaration;
import io.tanlian.contracts.material.RecoveryStage;
import io.tanlian.contracts.material.Transfer;
import io.tanlian.contracts.material.TransferAcceptance;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.Company;
import io.tanlian.verifier.Finding;
import io.tanlian.verifier.World;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Two companies that trade material, and what they say about it. */
public final class Market {
  public final World world = World.ofParticipants();
  public final Company seller = world.cathodeMaker;
  public final Company buyer = world.cellMaker;

  /** Puts it on the ledger, which the rules must not refuse. */
  public StatementId append(Company issuer, Claim claim) {
    return world.append(world.sign(issuer, claim)).statement().id();
  }

  /** The batch of this lot, once the claim that brings it is on the ledger. */
  public BatchId append(Company issuer, Claim claim, String lot) {
    return new BatchId(append(issuer, claim), lot);
  }

  /** The same under an id that follows from the claim. */
  public void append(Company issuer, StatementId id, Claim claim) {
    world.append(world.sign(issuer, id, world.now(), World.ORIGIN, claim));
  }

  public List<String> findings(Company issuer, StatementId id, Claim claim) {
    return inWords(world.judge(world.sign(issuer, id, world.now(), World.ORIGIN, claim)));
  }

  /** What the rules find in it, each as its code, its pointer and what it says. */
  public List<String> findings(Company issuer, Claim claim) {
    return inWords(world.judge(world.sign(issuer, claim)));
  }

  public List<String> findings(Company issuer, Claim claim, String entryTime) {
    return inWords(world.judge(world.sign(issuer, claim), Instant.parse(entryTime)));
  }

  /** What those who read the findings are told to do. */
  public List<String> remedies(Company issuer, Claim claim) {
    return world.judge(world.sign(issuer, claim)).stream()
        .map(finding -> finding.problem().remedy())
        .toList();
  }

  private static List<String> inWords(List<Finding> findings) {
    return findings.stream()
        .map(Finding::problem)
        .map(problem ->
            "%s %s: %s".formatted(problem.code().code(), problem.pointer(), problem.detail()))
        .toList();
  }

  /** What is left of a batch. */
  public Amounts left(BatchId batch) {
    return world.state().stock(batch).orElseThrow().left();
  }

  /**
   * A batch of the seller's that came out of waste, at a plant of its own; it holds what {@code
   * batch} says.
   */
  public BatchId recovered(Custody custody, Batch batch) {
    return recovered(seller, custody, batch);
  }

  public BatchId recovered(Company owner, Custody custody, Batch batch) {
    BatchId lot =
        append(
            owner,
            recovery(
                "urn:example:plant:" + UUID.randomUUID(),
                custody.model(),
                List.of(feed(batch.mass(), Optional.empty(), batch)),
                batch),
            batch.lot());
    Allocation all = new Allocation(lot, batch.mass(), batch.contents());
    return append(owner, made(custody, batch, all), batch.lot());
  }

  /** A batch of primary material. */
  public BatchId mined(Company owner, Custody custody, Batch batch) {
    return append(owner, begun(BatchSource.PRIMARY, custody, batch), batch.lot());
  }

  /** A batch of waste that nothing has been recovered from. */
  public BatchId collected(Company owner, Custody custody, Batch batch) {
    return append(owner, begun(BatchSource.COLLECTED, custody, batch), batch.lot());
  }

  public static Claim recovery(CustodyModel custody, List<FeedLot> feed, Batch... out) {
    return recovery("urn:example:plant", custody, feed, out);
  }

  public static Claim recovery(
      String plant, CustodyModel custody, List<FeedLot> feed, Batch... out) {
    return new Claim.Recovered(
        new RecoveryDeclaration(
            new Urn(plant),
            Batches.year(2026),
            RecoveryStage.METALLURGICAL,
            custody,
            feed,
            List.of(out)));
  }

  /** What a recovery takes from a batch. */
  public static FeedLot feed(BatchId source, String mass, Content... contents) {
    return feed(
        new BigDecimal(mass), Optional.of(source), Batches.waste(source.lot(), mass, contents));
  }

  /** What a recovery takes from a batch, whatever it calls it. */
  static FeedLot feed(Allocation use, String lot) {
    return new FeedLot(
        lot,
        ProductId.parse("urn:example:waste"),
        use.mass(),
        use.contents(),
        use.batch(),
        List.of());
  }

  /** What a recovery takes of what never was on the ledger. */
  public static FeedLot feed(String mass, Content... contents) {
    return feed(new BigDecimal(mass), Optional.empty(), Batches.waste("others", mass, contents));
  }

  private static FeedLot feed(BigDecimal mass, Optional<BatchId> source, Batch like) {
    return new FeedLot(
        "feed of " + like.lot(),
        ProductId.parse("urn:example:waste"),
        mass,
        like.contents(),
        source.orElse(null),
        List.of());
  }

  public static Claim begun(BatchSource source, Custody custody, Batch batch) {
    return new Claim.Batched(new MaterialBatch(source, custody, batch, List.of()));
  }

  /** A batch that is made of others. */
  public static Claim made(Custody custody, Batch batch, Allocation... of) {
    return new Claim.Batched(new MaterialBatch(BatchSource.RECOVERED, custody, batch, List.of(of)));
  }

  public static Claim offer(Company buyer, BatchId source, Custody custody, Batch batch) {
    return new Claim.Offered(new Transfer(buyer.id(), source, custody, batch));
  }

  public static Claim acceptance(BatchId offered, Custody custody, Batch batch) {
    return new Claim.Accepted(new TransferAcceptance(offered, custody, batch));
  }

  /** A process without losses. */
  public static Claim process(Custody custody, List<Allocation> in, Batch... out) {
    return process(ProcessingUse.PRODUCTION, custody, in, List.of(), out);
  }

  public static Claim process(
      ProcessingUse use, Custody custody, List<Allocation> in, List<Content> lost, Batch... out) {
    return new Claim.Processed(new Processing(use, custody, in, List.of(out), lost));
  }

  public static Claim correction(StatementId wrong, Allocation... returned) {
    return new Claim.Corrected(new Correction(wrong, "weighed wrongly", Arrays.asList(returned)));
  }

  /** The buyer's batch, once the seller has offered and the buyer accepted. */
  public BatchId handedOver(BatchId source, Custody custody, Batch batch) {
    BatchId offered = append(seller, offer(buyer, source, custody, batch), batch.lot());
    return append(buyer, acceptance(offered, custody, batch), batch.lot());
  }
}
