package io.tanlian.benchmarks.pact;

import io.tanlian.benchmarks.material.Company;
import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.key.KeyEnrolled;
import io.tanlian.contracts.key.KeyProof;
import io.tanlian.contracts.participant.ParticipantAdmitted;
import io.tanlian.contracts.participant.Role;
import io.tanlian.contracts.statement.Claim;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/** Brings a catalogue onto a node, through its API and with everything that it checks. */
final class Loading {
  private static final int CONNECTIONS = 32;

  /** A node answers each of them 500 requests a second. */
  private static final int CLIENTS = 4;

  private static final String STATEMENT = "Content-Type: application/vc+sd-jwt\r\n";

  private final ExchangeNode node;
  private final Tokens tokens;
  private final Company operator;

  private Loading(ExchangeNode node) throws IOException {
    this.node = node;
    this.tokens = new Tokens(node);
    this.operator =
        new Company(
            ParticipantId.parse(ExchangeNode.OPERATOR), node.operatorKey(), ExchangeNode.ORIGIN);
  }

  /** Loads all of it, and admits its reader. */
  static void load(ExchangeNode node, Catalogue catalogue) throws Exception {
    Loading loading = new Loading(node);
    loading.admit(Catalogue.READER, Role.LEAD_FIRM);
    Poster maker = loading.supplier("urn:uscc:91000000FAKE100017");
    Poster supplier = loading.supplier("urn:uscc:91000000FAKE10002A");
    loading.post(maker, 1, _ -> true, _ -> Catalogue.grantOfAll());
    loading.post(
        maker,
        catalogue.footprints(),
        number -> !Catalogue.isOfSupplier(number),
        number -> Catalogue.declaration(number, maker.id()));
    loading.post(
        supplier,
        catalogue.footprints(),
        Catalogue::isOfSupplier,
        number -> Catalogue.declaration(number, supplier.id()));
    loading.post(supplier, catalogue.footprints(), Catalogue::isGrantedAlone, Catalogue::grantOf);
  }

  /** A company that posts, with a token of each of its clients. */
  private record Poster(Company company, List<String> tokens) {
    ParticipantId id() {
      return company.id();
    }
  }

  private Poster supplier(String id) throws IOException {
    Company company = Company.of(id, ExchangeNode.ORIGIN);
    admit(company.id(), Role.SUPPLIER);
    asOperator(
        new Claim.Enrolled(
            new KeyEnrolled(
                company.id(),
                company.key().publicKey(),
                KeyProof.create(company.key(), company.id(), company.origin()))));
    return new Poster(company, tokens.of(tokens.newClients(company.id(), Role.SUPPLIER, CLIENTS)));
  }

  private void admit(ParticipantId id, Role role) throws IOException {
    asOperator(
        new Claim.Admitted(new ParticipantAdmitted(id, "Company (fictional)", Set.of(role))));
  }

  private void asOperator(Claim claim) throws IOException {
    try (HttpsConnection connection =
        new HttpsConnection(node.url(), node.tls(), tokens.ofOperator())) {
      connection.post("/v1/statements", STATEMENT, operator.sign(claim).compact()).requireDone();
    }
  }

  private void post(Poster poster, int count, IntPredicate which, IntFunction<Claim> claim)
      throws Exception {
    AtomicInteger next = new AtomicInteger();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < Math.min(CONNECTIONS, count); i++) {
        String token = poster.tokens().get(i % CLIENTS);
        running.add(
            threads.submit(() -> {
              try (HttpsConnection connection =
                  new HttpsConnection(node.url(), node.tls(), token)) {
                for (int number = next.getAndIncrement();
                    number < count;
                    number = next.getAndIncrement()) {
                  if (which.test(number)) {
                    connection
                        .post(
                            "/v1/statements",
                            STATEMENT,
                            poster.company().sign(claim.apply(number)).compact())
                        .requireDone();
                  }
                }
              }
              return null;
            }));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
  }
}
