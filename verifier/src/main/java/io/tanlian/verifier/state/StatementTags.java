package io.tanlian.verifier.state;

import io.tanlian.contracts.declaration.InputLine;
import io.tanlian.contracts.declaration.ProductFootprintDeclaration;
import io.tanlian.contracts.declaration.RecycledInput;
import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.identifier.Urn;
import io.tanlian.contracts.material.Batch;
import io.tanlian.contracts.material.Custody;
import io.tanlian.contracts.material.IdentityCode;
import io.tanlian.contracts.material.RecoveryDeclaration;
import io.tanlian.contracts.pact.v3.FootprintId;
import io.tanlian.contracts.sharing.GrantScope;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.ReadStatement;
import io.tanlian.contracts.statement.Statement;
import io.tanlian.verifier.energy.EnergyMovement;
import io.tanlian.verifier.stock.Movement;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The tags of ledger entries: which a statement's entry must carry, and which lead to all that
 * judging it needs.
 *
 * <p>The upstream statements of a declaration's inputs, and the claims of what is recycled in them,
 * are sourced, but are no tags of its entry: they would tell every reader who buys from whom.
 */
public final class StatementTags {
  /** Carried by every publication of a rule pack. */
  public static final String RULE_PACKS = "type:RulePackPublished";

  private StatementTags() {}

  /** The tags of the entry of this statement; they follow from what everyone can see of it. */
  public static SortedSet<String> of(ReadStatement read) {
    Statement statement = read.statement();
    SortedSet<String> tags = new TreeSet<>();
    tags.add(statement(statement.id()));
    tags.add("issuer:" + statement.issuer().value());
    switch (statement.claim()) {
      case Claim.Admitted(var admitted) -> tags.add(participant(admitted.participant()));
      case Claim.Enrolled(var enrolled) -> tags.add(key(enrolled.key().kid()));
      case Claim.Rotated(var rotated) -> {
        tags.add(key(rotated.replaces()));
        tags.add(key(rotated.key().kid()));
      }
      case Claim.Revoked(var revoked) -> tags.add(key(revoked.kid()));
      case Claim.Declared(ProductFootprintDeclaration declaration) -> {
        tags.add(footprint(declaration.footprint().id()));
        for (ProductId product : declaration.footprint().productIds()) {
          tags.add("product:" + product.value());
        }
      }
      case Claim.Granted(var grant) -> tags.add("recipient:" + grant.recipient().value());
      case Claim.Withdrawn(var withdrawal) -> tags.add(statement(withdrawal.statement()));
      case Claim.Recovered(RecoveryDeclaration recovery) -> {
        tags.add(plant(recovery.plant()));
        recovery.feed().forEach(lot -> identities(lot.identities(), tags));
      }
      case Claim.Offered(var transfer) -> tags.add(buyer(transfer.buyer()));
      case Claim.Claimed(var claim) -> {
        tags.add(plant(claim.plant()));
        tags.add("product:" + claim.product().value());
        identities(claim.identities(), tags);
      }
      case Claim.Published(var publication) -> {
        tags.add(RULE_PACKS);
        tags.add("pack:" + publication.pack().id());
      }
      case Claim.Answered(var answered) -> tags.add(statement(answered.request()));
      case Claim.Batched _,
          Claim.Accepted _,
          Claim.Processed _,
          Claim.Corrected _,
          Claim.Requested _,
          Claim.Certified _,
          Claim.HandedOver _,
          Claim.Cancelled _,
          Claim.Reversed _,
          Claim.Received _ -> {}
    }
    Movement.of(statement).ifPresent(movement -> moved(movement, tags));
    EnergyTags.of(statement, tags);
    return Collections.unmodifiableSortedSet(tags);
  }

  /**
   * The tags of all entries that judging this statement depends on. An entry with any of them is to
   * be replayed before, and none may be appended between judging and appending.
   */
  public static Set<String> sourcesOf(ReadStatement read) {
    Statement statement = read.statement();
    Set<String> sources = new HashSet<>();
    sources.add(participant(statement.issuer()));
    sources.add(key(read.header().kid()));
    sources.add(statement(statement.id()));
    switch (statement.claim()) {
      case Claim.Admitted(var admitted) -> sources.add(participant(admitted.participant()));
      case Claim.Enrolled(var enrolled) -> {
        sources.add(participant(enrolled.participant()));
        sources.add(key(enrolled.key().kid()));
      }
      case Claim.Rotated(var rotated) -> {
        sources.add(key(rotated.replaces()));
        sources.add(key(rotated.key().kid()));
      }
      case Claim.Revoked(var revoked) -> sources.add(key(revoked.kid()));
      case Claim.Declared(ProductFootprintDeclaration declaration) -> {
        sources.add(footprint(declaration.footprint().id()));
        declaration.footprint().precedingPfIds().forEach(id -> sources.add(footprint(id)));
        for (InputLine input : declaration.inputs()) {
          StatementId upstream = input.statement();
          if (upstream != null) {
            sources.add(statement(upstream));
          }
          RecycledInput recycled = input.recycled();
          if (recycled != null) {
            sources.add(statement(recycled.claim()));
            sources.add(material(recycled.claim()));
          }
        }
      }
      case Claim.Granted(var grant) -> {
        if (grant.scope() instanceof GrantScope.Statements(var granted)) {
          granted.forEach(id -> sources.add(statement(id)));
        }
      }
      case Claim.Withdrawn(var withdrawal) -> sources.add(statement(withdrawal.statement()));
      case Claim.Offered(var transfer) -> sources.add(participant(transfer.buyer()));
      case Claim.Corrected(var correction) -> sources.add(statement(correction.statement()));
      case Claim.Published(var publication) -> sources.add("pack:" + publication.pack().id());
      case Claim.Answered(var answered) -> sources.add(statement(answered.request()));
      case Claim.Recovered(var recovery) -> sources.add(plant(recovery.plant()));
      case Claim.Batched _,
          Claim.Accepted _,
          Claim.Processed _,
          Claim.Claimed _,
          Claim.Requested _,
          Claim.Certified _,
          Claim.HandedOver _,
          Claim.Cancelled _,
          Claim.Reversed _,
          Claim.Received _ -> {}
    }
    movedBy(read).forEach(id -> sources.add(material(id)));
    EnergyTags.sourcesOf(statement, sources);
    return Set.copyOf(sources);
  }

  /** The statements whose batches this one changes: their {@link #material} tags are sourced. */
  public static Set<StatementId> movedBy(ReadStatement read) {
    return Movement.of(read.statement()).map(Movement::changes).orElseGet(Set::of);
  }

  /** Statements whose batches or certificates this one changes: all that do so meet on them. */
  public static Set<StatementId> meetingOn(ReadStatement read) {
    Set<StatementId> meeting = new HashSet<>(movedBy(read));
    EnergyMovement.of(read.statement()).ifPresent(moved -> meeting.addAll(moved.changes()));
    return Set.copyOf(meeting);
  }

  /** Carried by the statement that brought a certificate, and by all that used it since. */
  public static String energy(StatementId id) {
    return "energy:" + id.value();
  }

  /** Carried by the certificates and transfers that come to a participant. */
  public static String holder(ParticipantId holder) {
    return "holder:" + holder.value();
  }

  /** Carried by the statement that brought batches, and by all that changed them since. */
  public static String material(StatementId id) {
    return "material:" + id.value();
  }

  /** Carried by the transfers that are offered to a participant. */
  public static String buyer(ParticipantId buyer) {
    return "buyer:" + buyer.value();
  }

  /** Carried by what happened to one battery. */
  public static String identity(IdentityCode code) {
    return "identity:" + code.value();
  }

  /** Carried by what entered or left a site's accounts. */
  public static String site(Urn site) {
    return "site:" + site.normalized();
  }

  static String plant(Urn plant) {
    return "plant:" + plant.normalized();
  }

  private static void moved(Movement movement, Set<String> tags) {
    tags.add(material(movement.statement()));
    movement.changes().forEach(id -> tags.add(material(id)));
    for (Batch batch : movement.brings()) {
      tags.add("product:" + batch.product().value());
      identities(batch.identities(), tags);
    }
    movement.custody().map(Custody::account).ifPresent(account -> tags.add(site(account.site())));
  }

  private static void identities(List<IdentityCode> codes, Set<String> tags) {
    codes.forEach(code -> tags.add(identity(code)));
  }

  /** Carried by the statement itself, and by a withdrawal of it. */
  public static String statement(StatementId id) {
    return "statement:" + id.value();
  }

  static String participant(ParticipantId id) {
    return "participant:" + id.value();
  }

  private static String key(String kid) {
    return "key:" + kid;
  }

  private static String footprint(FootprintId id) {
    return "footprint:" + id.uuid();
  }
}
