package io.tanlian.cli.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tanlian.cli.world.Companies;
import io.tanlian.cli.world.TestExchange;
import io.tanlian.cli.world.TestExchange.Canned;
import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.participant.Role;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.problem.ProblemCode;
import io.tanlian.contracts.statement.SignedStatement;
import io.tanlian.tlog.TilePath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ExchangeClientTest {
  private static final StatementId ID =
      StatementId.parse("urn:uuid:0192f1c4-8d3e-7000-8000-000000000001");
  private static final String POST = "POST /v1/statements";
  private static final String GET = "GET /v1/statements/" + "urn:uuid:" + ID.uuid();
  private static final RetryPolicy QUICK = new RetryPolicy(3, 1, 30_000);

  private final TestExchange exchange = new TestExchange();
  private final List<Duration> pauses = new ArrayList<>();
  private final SignedStatement statement = Companies.admission(ID);

  @AfterEach
  void close() {
    exchange.close();
  }

  private ExchangeClient client(TlsFingerprint pinned) {
    return ExchangeClient.connect(
        exchange.address(), Optional.of(pinned), Optional.of(exchange.login()), QUICK, pauses::add);
  }

  private ExchangeClient client() {
    return client(exchange.fingerprint());
  }

  private String refusalOf(Reply<?> reply) {
    return switch (reply) {
      case Reply.Failed<?>(String why) -> why;
      default -> throw new AssertionError(reply);
    };
  }

  @Nested
  class TrustsOnlyThePinnedCertificate {
    @Test
    void and_refuses_any_other_before_it_sends_a_byte() {
      TlsFingerprint other = TlsFingerprint.parse("sha256:" + "00".repeat(32));
      try (ExchangeClient client = client(other)) {
        assertThat(refusalOf(client.checkpoint()))
            .contains(other.toString(), exchange.fingerprint().toString());
      }
      assertThat(exchange.askedAtAll()).isZero();
    }

    @Test
    void and_without_a_pin_refuses_a_self_signed_one() {
      try (ExchangeClient client =
          ExchangeClient.connect(exchange.address(), Optional.empty(), Optional.empty())) {
        assertThat(refusalOf(client.checkpoint())).contains("--tls-fingerprint");
      }
      assertThat(exchange.askedAtAll()).isZero();
    }

    @Test
    void and_never_speaks_plain_http() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ServerAddress.parse("http://exchange.example"))
          .withMessageContaining("https");
    }
  }

  @Nested
  class Publishes {
    @Test
    void a_statement_once() {
      try (ExchangeClient client = client()) {
        assertThat(client.postStatement(statement))
            .isInstanceOfSatisfying(
                PublishOutcome.Published.class,
                published -> {
                  assertThat(published.statement()).isEqualTo(ID);
                  assertThat(published.index()).isZero();
                  assertThat(published.again()).isFalse();
                });
        assertThat(client.postStatement(statement))
            .isInstanceOfSatisfying(
                PublishOutcome.Published.class,
                published -> {
                  assertThat(published.index()).isZero();
                  assertThat(published.again()).isTrue();
                });
      }
    }

    @Test
    void after_the_pause_that_a_busy_exchange_asks_for() {
      exchange.answerNext(POST, Canned.busy("7"));
      try (ExchangeClient client = client()) {
        assertThat(client.postStatement(statement)).isInstanceOf(PublishOutcome.Published.class);
      }
      assertThat(pauses).containsExactly(Duration.ofSeconds(7));
      assertThat(exchange.asked(POST)).isEqualTo(2);
    }

    @Test
    void and_gives_up_on_an_exchange_that_stays_busy() {
      for (int i = 0; i < QUICK.attemptsMax(); i++) {
        exchange.answerNext(POST, Canned.busy("0"));
      }
      try (ExchangeClient client = client()) {
        assertThat(client.postStatement(statement))
            .isInstanceOfSatisfying(
                PublishOutcome.Refused.class,
                refused -> assertThat(refused.refusal().status()).isEqualTo(503));
      }
      assertThat(exchange.asked(POST)).isEqualTo(3);
    }

    @Test
    void again_when_the_connection_was_lost() {
      exchange.answerNext(POST, Canned.BROKEN_CONNECTION);
      try (ExchangeClient client = client()) {
        assertThat(client.postStatement(statement)).isInstanceOf(PublishOutcome.Published.class);
      }
      assertThat(exchange.asked(POST)).isEqualTo(2);
    }

    @Test
    void and_says_what_the_exchange_finds_wrong_with_it() {
      exchange.answerNext(
          POST,
          Canned.json(
              422,
              """
              {"type":"https://exchange.example/problems/key.revoked","title":"The key is revoked",
               "status":422,"detail":"Two reasons.","code":"key.revoked","errors":[
                {"code":"key.revoked","pointer":"/issuer","detail":"Revoked at index 9.",
                 "remedy":"Sign with a key that is enrolled."},
                {"code":"moon.phase","pointer":"","detail":"Wrong moon.","remedy":"Wait."}]}
              """));
      try (ExchangeClient client = client()) {
        assertThat(client.postStatement(statement))
            .isInstanceOfSatisfying(
                PublishOutcome.Refused.class,
                refused -> {
                  assertThat(refused.refusal().code()).isEqualTo("key.revoked");
                  assertThat(refused.refusal().problems())
                      .containsExactly(
                          new Problem(
                              ProblemCode.KEY_REVOKED,
                              "/issuer",
                              "Revoked at index 9.",
                              "Sign with a key that is enrolled."));
                  assertThat(refused.refusal().detail())
                      .as("a code of a newer exchange is kept in words")
                      .isEqualTo("Two reasons. moon.phase : Wrong moon. Wait.");
                });
      }
    }

    @Test
    void findings_that_do_not_keep_it_off_the_ledger_come_with_the_receipt() {
      exchange.answerNext(
          POST,
          Canned.json(
              201,
              """
              {"statement":"%s","index":3,"treeSize":4,"receipt":"r","findings":[
                {"severity":"warning","code":"reference.unknown","pointer":"/a","detail":"d",
                 "remedy":"r"}]}
              """
                  .formatted(ID)));
      try (ExchangeClient client = client()) {
        assertThat(client.postStatement(statement))
            .isInstanceOfSatisfying(
                PublishOutcome.Published.class,
                published ->
                    assertThat(published.findings())
                        .singleElement()
                        .satisfies(finding -> assertThat(finding.isError()).isFalse()));
      }
    }

    @Test
    void and_calls_an_answer_it_cannot_use_a_failure() {
      exchange.answerNext(POST, Canned.json(201, "{\"statement\":\"%s\"}".formatted(ID)));
      exchange.answerNext(POST, Canned.json(201, "not json"));
      try (ExchangeClient client = client()) {
        assertThat(client.postStatement(statement)).isInstanceOf(PublishOutcome.Failed.class);
        assertThat(client.postStatement(statement)).isInstanceOf(PublishOutcome.Failed.class);
      }
    }
  }

  @Nested
  class SignsIn {
    @Test
    void once_for_many_requests() {
      try (ExchangeClient client = client()) {
        client.statement(ID);
        client.statement(ID);
      }
      assertThat(exchange.asked("POST /auth/token")).isEqualTo(1);
    }

    @Test
    void again_shortly_before_the_token_ends() {
      exchange.letTokensLast(20);
      try (ExchangeClient client = client()) {
        client.statement(ID);
        client.statement(ID);
      }
      assertThat(exchange.asked("POST /auth/token")).isEqualTo(2);
    }

    @Test
    void again_when_the_token_is_not_accepted_but_only_once() {
      exchange.answerNext(POST, Canned.json(401, "{}"));
      try (ExchangeClient client = client()) {
        assertThat(client.postStatement(statement)).isInstanceOf(PublishOutcome.Published.class);
        assertThat(exchange.asked("POST /auth/token")).isEqualTo(2);

        exchange.answerNext(POST, Canned.json(401, "{}"));
        exchange.answerNext(POST, Canned.json(401, "{}"));
        assertThat(client.postStatement(statement))
            .isInstanceOfSatisfying(
                PublishOutcome.Refused.class,
                refused -> assertThat(refused.refusal().status()).isEqualTo(401));
        assertThat(exchange.asked("POST /auth/token")).isEqualTo(3);
      }
    }

    @Test
    void and_says_so_when_the_secret_is_wrong_without_showing_it() {
      exchange.answerNext("POST /auth/token", Canned.json(401, "{\"error\":\"invalid_client\"}"));
      try (ExchangeClient client = client()) {
        assertThat(refusalOf(client.statement(ID)))
            .contains("test-client")
            .doesNotContain(TestExchange.SECRET);
      }
      assertThat(exchange.login().toString()).doesNotContain(TestExchange.SECRET);
      assertThat(exchange.credentials().toString()).doesNotContain(TestExchange.SECRET);
    }
  }

  @Nested
  class Reads {
    @Test
    void a_statement_back_as_it_was_published() {
      try (ExchangeClient client = client()) {
        client.postStatement(statement);
        assertThat(client.statement(ID))
            .isInstanceOfSatisfying(
                Reply.Received.class,
                received ->
                    assertThat(((HeldStatement) received.value()).signed()).isEqualTo(statement));
      }
    }

    @Test
    void the_checkpoint_and_the_log_without_signing_in() {
      try (ExchangeClient client =
          ExchangeClient.connect(
              exchange.address(), Optional.of(exchange.fingerprint()), Optional.empty())) {
        assertThat(client.checkpoint()).isInstanceOf(Reply.Received.class);
        assertThat(client.log())
            .isEqualTo(
                new Reply.Received<>(
                    new LogIdentity(TestExchange.ORIGIN, exchange.logKey().format())));
        assertThat(refusalOf(client.statement(ID))).contains("--credentials");
      }
    }

    @Test
    void tiles_and_entries_as_bytes() {
      try (ExchangeClient client = client()) {
        client.postStatement(statement);
        assertThat(client.tile(new TilePath.Hashes(0, 0, 1)))
            .isInstanceOfSatisfying(
                Reply.Received.class,
                received -> assertThat((byte[]) received.value()).hasSize(32));
        assertThat(client.entryBundle(new TilePath.Entries(0, 1)))
            .isInstanceOfSatisfying(
                Reply.Received.class,
                received ->
                    assertThat(new String((byte[]) received.value(), UTF_8))
                        .endsWith(statement.jwt()));
      }
    }

    @Test
    void nothing_longer_than_agreed() {
      byte[] tooLong = new byte[ExchangeClient.smallBytesMax + 1];
      exchange.answerNext("GET /checkpoint", new Canned(200, Map.of(), tooLong));
      byte[] longest = new byte[ExchangeClient.smallBytesMax];
      exchange.answerNext("GET /checkpoint", new Canned(200, Map.of(), longest));
      try (ExchangeClient client = client()) {
        assertThat(refusalOf(client.checkpoint())).contains("262,144 bytes");
        assertThat(exchange.asked("GET /checkpoint")).as("not asked again").isEqualTo(1);
        assertThat(client.checkpoint()).isInstanceOf(Reply.Received.class);
      }
    }

    @Test
    void which_entry_is_damaged_where_the_exchange_says_so() {
      exchange.answerNext(
          "GET /tile/entries/000.p/1",
          Canned.json(500, "{\"code\":\"ledger.corrupt\",\"detail\":\"d\",\"index\":7}"));
      try (ExchangeClient client = client()) {
        assertThat(client.entryBundle(new TilePath.Entries(0, 1)))
            .isInstanceOfSatisfying(
                Reply.Refused.class, refused -> assertThat(refused.refusal().index()).hasValue(7));
      }
    }

    @Test
    void again_when_the_connection_was_lost() {
      exchange.answerNext(GET, Canned.BROKEN_CONNECTION);
      try (ExchangeClient client = client()) {
        client.postStatement(statement);
        assertThat(client.statement(ID)).isInstanceOf(Reply.Received.class);
      }
    }
  }

  @Test
  void does_not_make_a_client_twice_when_the_connection_was_lost() {
    ParticipantId supplier = ParticipantId.parse("urn:lei:506700GE1G29325QX363");
    exchange.answerNext("POST /v1/clients", Canned.BROKEN_CONNECTION);
    try (ExchangeClient client = client()) {
      assertThat(client.clients().issue(supplier, Role.SUPPLIER)).isInstanceOf(Reply.Failed.class);
      assertThat(exchange.asked("POST /v1/clients")).isEqualTo(1);
      assertThat(client.clients().issue(supplier, Role.SUPPLIER))
          .isEqualTo(new Reply.Received<>(new ClientLogin("client-7", "shown-once")));
    }
  }
}
