package io.tanlian.verifier.stock;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.material.Allocation;
import io.tanlian.contracts.material.Batch;
import io.tanlian.contracts.material.BatchId;
import io.tanlian.contracts.material.Custody;
import io.tanlian.contracts.material.FeedLot;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a statement does to material. It says all of it itself: whoever has a batch's own statement
 * and those that name it knows what is left.
 *
 * @param uses allocations of earlier batches
 * @param brings batches that begin with it
 * @param custody how they are kept
 * @param holder who may use them
 * @param returns what a correction gives back
 * @param undoes the statement that is corrected
 */
public record Movement(
    StatementId statement,
    List<Allocation> uses,
    List<Batch> brings,
    Optional<Custody> custody,
    ParticipantId holder,
    List<Allocation> returns,
    Optional<StatementId> undoes) {
  public Movement {
    uses = List.copyOf(uses);
    brings = List.copyOf(brings);
    returns = List.copyOf(returns);
  }

  /** None for a statement that is about something else. */
  public static Optional<Movement> of(Statement statement) {
    return switch (statement.claim()) {
      case Claim.Recovered(var recovery) ->
          Optional.of(
              bringing(
                  statement,
                  recovery.feed().stream()
                      .map(FeedLot::allocation)
                      .flatMap(Optional::stream)
                      .toList(),
                  recovery.recovered(),
                  recovery.lots()));
      case Claim.Batched(var batch) ->
          Optional.of(
              bringing(statement, batch.allocations(), List.of(batch.batch()), batch.custody()));
      case Claim.Processed(var processing) ->
          Optional.of(
              bringing(
                  statement, processing.allocations(), processing.batches(), processing.custody()));
      case Claim.Accepted(var acceptance) ->
          Optional.of(
              bringing(
                  statement,
                  List.of(acceptance.allocation()),
                  List.of(acceptance.batch()),
                  acceptance.custody()));
      case Claim.Offered(var transfer) ->
          Optional.of(
              new Movement(
                  statement.id(),
                  List.of(transfer.allocation()),
                  List.of(transfer.batch()),
                  Optional.of(transfer.custody()),
                  transfer.buyer(),
                  List.of(),
                  Optional.empty()));
      case Claim.Claimed(var claim) ->
          Optional.of(
              new Movement(
                  statement.id(),
                  claim.allocations(),
                  List.of(),
                  Optional.empty(),
                  statement.issuer(),
                  List.of(),
                  Optional.empty()));
      case Claim.Corrected(var correction) ->
          Optional.of(
              new Movement(
                  statement.id(),
                  List.of(),
                  List.of(),
                  Optional.empty(),
                  statement.issuer(),
                  correction.returned(),
                  Optional.of(correction.statement())));
      case Claim.Admitted _,
          Claim.Enrolled _,
          Claim.Rotated _,
          Claim.Revoked _,
          Claim.Declared _,
          Claim.Granted _,
          Claim.Withdrawn _,
          Claim.Certified _,
          Claim.HandedOver _,
          Claim.Cancelled _,
          Claim.Reversed _,
          Claim.Published _,
          Claim.Requested _,
          Claim.Answered _,
          Claim.Received _ ->
          Optional.empty();
    };
  }

  /** The earlier statements whose batches it changes. */
  public Set<StatementId> changes() {
    Set<StatementId> changed = new LinkedHashSet<>();
    Stream.concat(uses.stream(), returns.stream())
        .map(Allocation::batch)
        .map(BatchId::statement)
        .forEach(changed::add);
    undoes.ifPresent(changed::add);
    return changed;
  }

  private static Movement bringing(
      Statement statement, List<Allocation> uses, List<Batch> brings, Custody custody) {
    return new Movement(
        statement.id(),
        uses,
        brings,
        Optional.of(custody),
        statement.issuer(),
        List.of(),
        Optional.empty());
  }
}
