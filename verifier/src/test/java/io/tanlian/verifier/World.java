package io.tanlian.verifier;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.key.KeyEnrolled;
import io.tanlian.contracts.key.KeyProof;
import io.tanlian.contracts.key.KeyRevoked;
import io.tanlian.contracts.key.KeyRotated;
import io.tanlian.contracts.key.SigningKey;
import io.tanlian.contracts.participant.ParticipantAdmitted;
import io.tanlian.contracts.participant.Role;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.sharing.Grant;
import io.tanlian.contracts.sharing.GrantScope;
import io.tanlian.contracts.sharing.GrantedPart;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.ReadStatement;
import io.tanlian.contracts.statement.SignedStatement;
import io.tanlian.contracts.statement.Statement;
import io.tanlian.contracts.statement.StatementReader;
import io.tanlian.contracts.statement.StatementSigner;
import io.tanlian.contracts.withdrawal.Withdrawal;
import io.tanlian.tlog.entry.Entry;
import io.tanlian.verifier.rules.Context;
import io.tanlian.verifier.rules.StatementVerifier;
import io.tanlian.verifier.state.LedgerState;
import io.tanlian.verifier.state.StatementEntry;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** An operator, a maker of cathode material, a maker of cells, and what they said so far. */
public final class World {
  public static final String ORIGIN = "tanlian.example/log";
  private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

  public final Company operator = Company.of("did:web:operator.example");
  public final Company cathodeMaker = Company.of("urn:lei:506700GE1G29325QX363");
  public final Company cellMaker = Company.of("urn:uscc:91350100M000100Y43");

  private final List<ReadStatement> statements = new ArrayList<>();
  private LedgerState state = LedgerState.EMPTY;

  /** Three participants with a key each: indexes 0 to 5. */
  public static World ofParticipants() {
    World world = new World();
    world.append(world.admit(world.operator, Role.OPERATOR));
    world.append(world.enrol(world.operator, world.operator));
    world.append(world.admit(world.cathodeMaker, Role.SUPPLIER));
    world.append(world.enrol(world.operator, world.cathodeMaker));
    world.append(world.admit(world.cellMaker, Role.SUPPLIER, Role.LEAD_FIRM));
    world.append(world.enrol(world.operator, world.cellMaker));
    return world;
  }

  /**
   * Some months of business: a declaration and one that uses it (6, 7), a grant (8), a correction
   * (9), a new key and a declaration signed with it (10, 11), a withdrawal (12), a revocation by
   * the operator (13).
   */
  public static World inBusiness() {
    World world = ofParticipants();
    DeclarationText first = DeclarationText.cathode(world.cathodeMaker.id());
    ReadStatement cathode = world.append(world.declare(world.cathodeMaker, first));
    world.append(
        world.declare(
            world.cellMaker, DeclarationText.cell(world.cellMaker.id(), cathode.statement().id())));
    ReadStatement grant = world.append(world.grant(world.cathodeMaker, world.cellMaker));
    DeclarationText corrected =
        DeclarationText.cathode(world.cathodeMaker.id())
            .with("\"10\"", "\"9\"")
            .with("4000", "3000")
            .replacing(first.footprintId());
    ReadStatement second = world.append(world.declare(world.cathodeMaker, corrected));
    SigningKey newKey = Company.newKey();
    world.append(world.rotate(world.cathodeMaker, newKey));
    world.append(
        world.declare(
            world.cellMaker,
            DeclarationText.cell(world.cellMaker.id(), second.statement().id())
                .with("\"7\"", "\"6.5\"")));
    world.append(world.withdraw(world.cathodeMaker.withKey(newKey), grant.statement().id()));
    world.append(world.revoke(world.operator, world.cellMaker.kid()));
    return world;
  }

  public SignedStatement admit(Company company, Role... roles) {
    return sign(
        operator,
        new Claim.Admitted(new ParticipantAdmitted(company.id(), "A company", Set.of(roles))));
  }

  public SignedStatement enrol(Company issuer, Company owner) {
    return sign(
        issuer,
        new Claim.Enrolled(
            new KeyEnrolled(
                owner.id(),
                owner.key().publicKey(),
                KeyProof.create(owner.key(), owner.id(), ORIGIN))));
  }

  public SignedStatement rotate(Company issuer, SigningKey next) {
    return sign(
        issuer,
        new Claim.Rotated(
            new KeyRotated(
                issuer.kid(), next.publicKey(), KeyProof.create(next, issuer.id(), ORIGIN))));
  }

  public SignedStatement revoke(Company issuer, String kid) {
    return sign(issuer, new Claim.Revoked(new KeyRevoked(kid, "lost")));
  }

  public SignedStatement declare(Company issuer, DeclarationText declaration) {
    return sign(issuer, declaration.claim());
  }

  public SignedStatement grant(Company issuer, Company recipient) {
    return grant(issuer, recipient, new GrantScope.AllProducts());
  }

  public SignedStatement grant(Company issuer, Company recipient, GrantScope scope) {
    return sign(
        issuer,
        new Claim.Granted(
            new Grant(
                recipient.id(),
                scope,
                Set.of(GrantedPart.FIGURES),
                "battery passport",
                Instant.parse("2027-12-31T00:00:00Z"))));
  }

  public SignedStatement withdraw(Company issuer, StatementId statement) {
    return sign(issuer, new Claim.Withdrawn(new Withdrawal(statement, "wrong")));
  }

  public SignedStatement sign(Company issuer, Claim claim) {
    return sign(issuer, new StatementId(UUID.randomUUID()), now(), ORIGIN, claim);
  }

  public SignedStatement sign(
      Company issuer, StatementId id, Instant issuedAt, String audience, Claim claim) {
    Statement statement = new Statement(id, issuer.id(), issuedAt, audience, claim);
    return accepted(StatementSigner.sign(statement, issuer.key(), new SecureRandom()));
  }

  /** What the rules find if this comes next. */
  public List<Finding> judge(SignedStatement signed) {
    return judge(signed, now());
  }

  /** What the rules find if this comes next, and only then. */
  public List<Finding> judge(SignedStatement signed, Instant entryTime) {
    return StatementVerifier.judge(
        read(signed), state, new Context(ORIGIN, entryTime, statements.size()));
  }

  /** Puts a statement on the ledger, which the rules must not refuse. */
  public ReadStatement append(SignedStatement signed) {
    List<Finding> findings = judge(signed);
    if (StatementVerifier.refuses(findings)) {
      throw new IllegalStateException(findings.toString());
    }
    return force(signed);
  }

  /** Puts a statement on the ledger as a dishonest exchange could. */
  public ReadStatement force(SignedStatement signed) {
    ReadStatement read = read(signed);
    if (!StatementVerifier.refuses(judge(signed))) {
      state = state.evolve(statements.size(), read);
    }
    statements.add(read);
    return read;
  }

  public List<ReadStatement> statements() {
    return statements;
  }

  public LedgerState state() {
    return state;
  }

  public Instant now() {
    return timeOf(statements.size());
  }

  public Context contextAt(int index) {
    return new Context(ORIGIN, timeOf(index), index);
  }

  public Entry entry(int index) {
    return StatementEntry.of(statements.get(index), timeOf(index));
  }

  public static ReadStatement read(SignedStatement signed) {
    return accepted(StatementReader.read(signed));
  }

  private static Instant timeOf(int index) {
    return START.plus(Duration.ofHours(index));
  }

  private static <T> T accepted(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Accepted<T>(T value) -> value;
      case Outcome.Refused<T>(var problems) ->
          throw new IllegalArgumentException(problems.toString());
    };
  }
}
