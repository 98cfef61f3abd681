package io.tanlian.example.battery.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.cli.exchange.ClientLogin;
import io.tanlian.cli.exchange.ExchangeClient;
import io.tanlian.cli.exchange.PublishOutcome;
import io.tanlian.cli.exchange.Refusal;
import io.tanlian.cli.exchange.Reply;
import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.key.KeyEnrolled;
import io.tanlian.contracts.key.KeyProof;
import io.tanlian.contracts.key.SignatureAlgorithm;
import io.tanlian.contracts.key.SigningKey;
import io.tanlian.contracts.participant.ParticipantAdmitted;
import io.tanlian.contracts.participant.Role;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.SignedStatement;
import io.tanlian.example.battery.material.Salts;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Two services of one log: whichever a client asks, a kilogram is claimed once. */
@Execution(ExecutionMode.CONCURRENT)
class LastKilogramTest {
  private static final ParticipantId RECYCLER = ParticipantId.parse("did:web:recycler.example");
  private static final int CLIENTS = 100;

  @TempDir private Path directory;

  private final SigningKey key =
      SigningKey.generate(SignatureAlgorithm.ED25519, new SecureRandom());

  @Test
  void of_a_hundred_who_claim_it_on_two_nodes_one_gets_it_and_the_others_what_is_left()
      throws Exception {
    Path firstData = directory.resolve("first");
    Path secondData = directory.resolve("second");
    try (OwnServer database = OwnServer.start();
        ServiceProcess first = database.node(firstData, FreePort.find())) {
      SeveralNodesTest.copyIdentity(firstData, secondData);
      try (ServiceProcess second = database.node(secondData, FreePort.find())) {
        ClientLogin login = admitted(ServiceAccess.in(firstData));
        try (ExchangeClient here = ServiceAccess.in(firstData).connect(login);
            ExchangeClient there = ServiceAccess.in(secondData).connect(login)) {
          ServiceAccess access = ServiceAccess.in(firstData);
          SignedStatement recovery = access.sign(RECYCLER, key, Salts.recovery("1"));
          StatementId batch = published(here.postStatement(recovery)).statement();
          List<PublishOutcome> outcomes = race(access, batch, List.of(here, there));
          assertThat(outcomes.stream().filter(PublishOutcome.Published.class::isInstance))
              .hasSize(1);
          assertThat(outcomes.stream().filter(PublishOutcome.Refused.class::isInstance))
              .hasSize(CLIENTS - 1)
              .allSatisfy(outcome -> assertThat(words(outcome)).contains("0 kg are left"));
        }
        assertThat(second.stop()).as(second.output()).isZero();
      }
      assertThat(first.stop()).as(first.output()).isZero();
    }
  }

  private List<PublishOutcome> race(
      ServiceAccess access, StatementId batch, List<ExchangeClient> nodes) throws Exception {
    List<Callable<PublishOutcome>> calls = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      ExchangeClient node = nodes.get(i % nodes.size());
      SignedStatement claim = access.sign(RECYCLER, key, Salts.claim(batch, Salts.LOT, "1"));
      calls.add(() -> untilAnswered(node, claim));
    }
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<PublishOutcome> outcomes = new ArrayList<>();
      for (Future<PublishOutcome> each : clients.invokeAll(calls)) {
        outcomes.add(each.get());
      }
      return outcomes;
    }
  }

  /** A busy ledger is asked again; the client itself waits as Retry-After says. */
  private static PublishOutcome untilAnswered(ExchangeClient node, SignedStatement claim) {
    PublishOutcome outcome = node.postStatement(claim);
    while (outcome instanceof PublishOutcome.Refused(Refusal refusal) && refusal.status() == 503) {
      outcome = node.postStatement(claim);
    }
    return outcome;
  }

  private ClientLogin admitted(ServiceAccess operator) {
    try (ExchangeClient client = operator.connect()) {
      published(
          client.postStatement(
              operator.sign(
                  new Claim.Admitted(
                      new ParticipantAdmitted(RECYCLER, "Recycler", Set.of(Role.SUPPLIER))))));
      published(
          client.postStatement(
              operator.sign(
                  new Claim.Enrolled(
                      new KeyEnrolled(
                          RECYCLER,
                          key.publicKey(),
                          KeyProof.create(key, RECYCLER, operator.logKey().name()))))));
      return Optional.of(client.clients().issue(RECYCLER, Role.SUPPLIER))
          .map(reply -> ((Reply.Received<ClientLogin>) reply).value())
          .orElseThrow();
    }
  }

  private static PublishOutcome.Published published(PublishOutcome outcome) {
    assertThat(outcome).isInstanceOf(PublishOutcome.Published.class);
    return (PublishOutcome.Published) outcome;
  }

  private static String words(PublishOutcome outcome) {
    return ((PublishOutcome.Refused) outcome).refusal().problems().toString();
  }
}
