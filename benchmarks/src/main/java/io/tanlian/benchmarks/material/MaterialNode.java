package io.tanlian.benchmarks.material;

import io.tanlian.benchmarks.database.BenchmarkDatabase;
import io.tanlian.benchmarks.ledger.LedgerNode;
import io.tanlian.contracts.key.KeyEnrolled;
import io.tanlian.contracts.key.KeyProof;
import io.tanlian.contracts.participant.ParticipantAdmitted;
import io.tanlian.contracts.participant.Role;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.exchange.Node;
import io.tanlian.exchange.material.LedgerMaterial;
import io.tanlian.exchange.sharing.VisibleDeclarations;
import io.tanlian.exchange.statement.Admission;
import io.tanlian.exchange.statement.AdmissionOutcome;
import io.tanlian.exchange.statement.Genesis;
import io.tanlian.exchange.statement.Grounds;
import io.tanlian.exchange.statement.KnownHoldings;
import io.tanlian.exchange.statement.OperatorStatements;
import io.tanlian.exchange.statement.RecordedStatements;
import io.tanlian.ledger.Ledger;
import io.tanlian.ledger.decision.LedgerCommands;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The service's own admission, from the text of a statement to its receipt, on a ledger with one
 * company. Without HTTP and access tokens.
 */
final class MaterialNode implements AutoCloseable {
  private final BenchmarkDatabase database;
  private final LedgerNode engine;
  private final Company company;
  private final Admission admission;
  private final LedgerMaterial material;

  /** Whether uses of one batch are decided in turn. */
  enum Meeting {
    IN_TURN,
    ALONE
  }

  MaterialNode(BenchmarkDatabase database, Meeting meeting) {
    this.database = database;
    this.engine = new LedgerNode(database);
    String origin = engine.logSigner().verifierKey().name();
    Company operator = Company.of("did:web:operator.example", origin);
    this.company = Company.of("did:web:recycler.example", origin);
    Node node =
        new Node(
            URI.create("https://benchmark.tanlian.example"),
            operator.id(),
            "Operator",
            engine.logSigner(),
            operator.key(),
            "");
    Ledger ledger = engine.ledger();
    LedgerCommands commands =
        switch (meeting) {
          case IN_TURN -> engine.commands();
          case ALONE -> engine.commandsAlone();
        };
    KnownHoldings holdings = new KnownHoldings();
    RecordedStatements recorded =
        new RecordedStatements(ledger, new VisibleDeclarations(JdbcClient.create(engine.reads())));
    this.material = new LedgerMaterial(ledger, recorded, holdings);
    this.admission =
        new Admission(
            node,
            commands,
            ledger,
            engine.seen(),
            new Grounds(recorded, holdings),
            InstantSource.system());
    new Genesis(node, ledger, new OperatorStatements(node, admission, InstantSource.system()))
        .ensure();
    admit(operator);
  }

  Company company() {
    return company;
  }

  BenchmarkDatabase database() {
    return database;
  }

  Ledger ledger() {
    return engine.ledger();
  }

  LedgerMaterial material() {
    return material;
  }

  AdmissionOutcome post(String compact) {
    return admission.admit(compact, _ -> List.of());
  }

  /** Posts what cannot be refused, until it is recorded. */
  void record(String compact) throws InterruptedException {
    AdmissionOutcome outcome = settle(compact);
    if (!(outcome instanceof AdmissionOutcome.Recorded)) {
      throw new IllegalStateException("not recorded: " + outcome);
    }
  }

  /** Posts until it is recorded or refused; told to come back later, it does. */
  AdmissionOutcome settle(String compact) throws InterruptedException {
    AdmissionOutcome outcome = post(compact);
    while (outcome instanceof AdmissionOutcome.Busy busy) {
      Thread.sleep(busy.retryAfterMs());
      outcome = post(compact);
    }
    return outcome;
  }

  private void admit(Company operator) {
    try {
      record(
          operator
              .sign(
                  new Claim.Admitted(
                      new ParticipantAdmitted(company.id(), "Recycler", Set.of(Role.SUPPLIER))))
              .compact());
      record(
          operator
              .sign(
                  new Claim.Enrolled(
                      new KeyEnrolled(
                          company.id(),
                          company.key().publicKey(),
                          KeyProof.create(company.key(), company.id(), company.origin()))))
              .compact());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    engine.close();
    database.close();
  }
}
