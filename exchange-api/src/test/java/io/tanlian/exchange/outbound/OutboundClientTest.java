package io.tanlian.exchange.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.exchange.outbound.ForeignHost.Behaviour;
import io.tanlian.exchange.outbound.OutboundAnswer.Answered;
import io.tanlian.exchange.outbound.OutboundAnswer.Failed;
import io.tanlian.exchange.outbound.OutboundAnswer.Refused;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls over real sockets to a host on this machine, which must be allowed by name for that. */
@Timeout(30)
class OutboundClientTest {
  private static final OutboundLimits TIGHT =
      new OutboundLimits(
          Duration.ofSeconds(2), Duration.ofMillis(700), Duration.ofMillis(1_500), 10_000);
  private static final Behaviour HELLO =
      (_, exchange) -> ForeignHost.answer(exchange, 200, "hello");

  private final CountDownLatch testIsOver = new CountDownLatch(1);

  @AfterEach
  void let_go() {
    testIsOver.countDown();
  }

  @Test
  void a_host_allowed_by_name_is_called_over_tls_with_its_pinned_certificate() throws Exception {
    try (ForeignHost host = ForeignHost.start(HELLO);
        OutboundClient client = client(host.rules())) {
      assertThat(client.send(get(host.url())))
          .isInstanceOfSatisfying(
              Answered.class,
              answer -> {
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.words()).isEqualTo("hello");
              });
    }
  }

  @Test
  void a_certificate_that_nobody_vouches_for_ends_the_call_before_anything_is_sent()
      throws Exception {
    try (ForeignHost host = ForeignHost.start(HELLO);
        OutboundClient unpinned = client(new OutboundRules(Set.of(host.hostPort()), Map.of()));
        OutboundClient pinnedToAnother =
            client(
                new OutboundRules(
                    Set.of(host.hostPort()),
                    Map.of(host.hostPort(), "sha256:" + "0".repeat(64))))) {
      assertThat(unpinned.send(get(host.url()))).isInstanceOf(Failed.class);
      assertThat(pinnedToAnother.send(get(host.url())))
          .isInstanceOfSatisfying(
              Failed.class, failed -> assertThat(failed.words()).contains("certificate"));
      assertThat(host.received()).isEmpty();
    }
  }

  @Test
  void this_machine_is_not_called_unless_it_is_allowed_by_name_and_port() throws Exception {
    try (ForeignHost host = ForeignHost.start(HELLO);
        OutboundClient client =
            client(
                new OutboundRules(
                    Set.of(new HostPort("localhost", host.port() + 1)),
                    Map.of(host.hostPort(), host.fingerprint())))) {
      assertThat(client.send(get(host.url()))).isInstanceOf(Refused.class);
      assertThat(host.received()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1:%d/",
        "https://127.1:%d/",
        "https://2130706433:%d/",
        "https://[::1]:%d/",
        "https://[::ffff:127.0.0.1]:%d/",
        "https://0.0.0.0:%d/",
        "https://169.254.169.254/latest/meta-data/",
        "https://[fd00:ec2::254]/",
        "https://10.0.0.1/",
        "https://localhost:%d/"
      })
  void no_spelling_of_an_address_that_is_not_public_is_called(String url) throws Exception {
    try (ForeignHost host = ForeignHost.start(HELLO);
        OutboundClient client = client(OutboundRules.NONE)) {
      assertThat(client.send(get(URI.create(url.formatted(host.port())))))
          .isInstanceOf(Refused.class);
      assertThat(host.received()).isEmpty();
    }
  }

  @Test
  void a_public_looking_name_with_an_address_of_this_machine_is_not_called() throws Exception {
    try (ForeignHost host = ForeignHost.start(HELLO);
        OutboundClient client =
            new OutboundClient(
                new OutboundRules(Set.of(), Map.of()),
                TIGHT,
                _ -> new InetAddress[] {InetAddress.getLoopbackAddress()})) {
      assertThat(client.send(get(URI.create("https://pact.example.com:" + host.port() + "/"))))
          .isEqualTo(
              new Refused(
                  "pact.example.com is not called: the address 127.0.0.1 is not public (this"
                      + " machine)"));
      assertThat(host.received()).isEmpty();
    }
  }

  @Test
  void one_address_that_is_not_public_among_others_is_enough() {
    try (OutboundClient client =
        new OutboundClient(
            OutboundRules.NONE,
            TIGHT,
            _ ->
                new InetAddress[] {
                  InetAddress.getByName("8.8.8.8"), InetAddress.getByName("192.168.1.1")
                })) {
      assertThat(client.send(get(URI.create("https://pact.example.com/"))))
          .isInstanceOf(Refused.class);
    }
  }

  /** The second look-up of a rebinding name would lead elsewhere; there is none. */
  @Test
  void the_address_that_was_checked_is_the_one_connected_to() throws Exception {
    try (ForeignHost host = ForeignHost.start(HELLO)) {
      HostPort named = new HostPort("pact.example.com", host.port());
      AtomicInteger lookUps = new AtomicInteger();
      HostLookup rebinding =
          _ -> {
            if (lookUps.incrementAndGet() > 1) {
              throw new UnknownHostException("a second look-up");
            }
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
          };
      try (OutboundClient client =
          new OutboundClient(
              new OutboundRules(Set.of(named), Map.of(named, host.fingerprint())),
              TIGHT,
              rebinding)) {
        assertThat(client.send(get(URI.create("https://" + named + "/"))))
            .isInstanceOf(Answered.class);
        assertThat(lookUps).hasValue(1);
      }
    }
  }

  @Test
  void without_tls_only_a_host_allowed_by_name_is_called() throws Exception {
    try (ForeignHost host = ForeignHost.startWithoutTls(HELLO);
        OutboundClient allowed = client(host.rules());
        OutboundClient other = client(OutboundRules.NONE)) {
      assertThat(allowed.send(get(host.url()))).isInstanceOf(Answered.class);
      assertThat(other.send(get(host.url()))).isInstanceOf(Refused.class);
      assertThat(host.received()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://host.example/",
        "file:///etc/passwd",
        "https:///3/events",
        "//host.example/3/events",
        "https://user:secret@host.example/",
        "https://host.example/#part",
        "jar:https://h!/x"
      })
  void a_url_of_another_form_is_refused(String url) {
    try (OutboundClient client = client(OutboundRules.NONE)) {
      assertThat(client.send(get(URI.create(url)))).isInstanceOf(Refused.class);
    }
  }

  @Test
  void a_redirect_is_an_answer_and_not_a_way() throws Exception {
    try (ForeignHost elsewhere = ForeignHost.start(HELLO);
        ForeignHost host =
            ForeignHost.start((_, exchange) -> {
              exchange.getResponseHeaders().add("Location", elsewhere.url() + "/");
              ForeignHost.answer(exchange, 307, "");
            });
        OutboundClient client =
            client(
                new OutboundRules(
                    Set.of(host.hostPort(), elsewhere.hostPort()),
                    Map.of(
                        host.hostPort(), host.fingerprint(),
                        elsewhere.hostPort(), elsewhere.fingerprint())))) {
      assertThat(client.send(get(host.url())))
          .isInstanceOfSatisfying(
              Answered.class, answer -> assertThat(answer.status()).isEqualTo(307));
      assertThat(elsewhere.received()).isEmpty();
    }
  }

  @Test
  void a_host_that_does_not_answer_is_left() throws Exception {
    try (ForeignHost host = ForeignHost.start((_, _) -> testIsOver.await());
        OutboundClient client = client(host.rules())) {
      assertThat(client.send(get(host.url()))).isEqualTo(new Failed("no answer in time"));
    }
  }

  @Test
  void a_host_that_answers_drop_by_drop_is_left_at_the_end_of_the_time() throws Exception {
    try (ForeignHost host =
            ForeignHost.start((_, exchange) -> {
              exchange.sendResponseHeaders(200, 1_000);
              while (!testIsOver.await(100, TimeUnit.MILLISECONDS)) {
                exchange.getResponseBody().write('.');
                exchange.getResponseBody().flush();
              }
            });
        OutboundClient client = client(host.rules())) {
      assertThat(client.send(get(host.url())))
          .isEqualTo(new Failed("no whole answer within 1.5 s"));
    }
  }

  @Test
  void an_answer_that_breaks_off_is_none() throws Exception {
    try (ForeignHost host =
            ForeignHost.start((_, exchange) -> {
              exchange.sendResponseHeaders(200, 1_000);
              exchange.getResponseBody().write(new byte[10]);
            });
        OutboundClient client = client(host.rules())) {
      assertThat(client.send(get(host.url()))).isInstanceOf(Failed.class);
    }
  }

  @Test
  void an_answer_that_is_too_large_is_none() throws Exception {
    try (ForeignHost host =
            ForeignHost.start((_, exchange) -> {
              exchange.sendResponseHeaders(200, 0);
              while (true) {
                exchange.getResponseBody().write(new byte[1_000]);
              }
            });
        OutboundClient client = client(host.rules())) {
      assertThat(client.send(get(host.url())))
          .isEqualTo(new Failed("the answer has more than 10000 bytes"));
    }
  }

  @Test
  void an_answer_with_too_many_or_too_long_headers_is_none() throws Exception {
    try (ForeignHost many =
            ForeignHost.start((_, exchange) -> {
              for (int i = 0; i < 500; i++) {
                exchange.getResponseHeaders().add("X-Header-" + i, "x");
              }
              ForeignHost.answer(exchange, 200, "hello");
            });
        ForeignHost lengthy =
            ForeignHost.start((_, exchange) -> {
              exchange.getResponseHeaders().add("X-Header", "x".repeat(100_000));
              ForeignHost.answer(exchange, 200, "hello");
            });
        OutboundClient ofMany = client(many.rules());
        OutboundClient ofLengthy = client(lengthy.rules())) {
      assertThat(ofMany.send(get(many.url()))).isInstanceOf(Failed.class);
      assertThat(ofLengthy.send(get(lengthy.url()))).isInstanceOf(Failed.class);
    }
  }

  @Test
  void a_host_that_is_not_there_is_no_exception() throws Exception {
    ForeignHost gone = ForeignHost.start(HELLO);
    gone.close();
    try (OutboundClient client = client(gone.rules())) {
      assertThat(client.send(get(gone.url()))).isInstanceOf(Failed.class);
    }
  }

  private static OutboundClient client(OutboundRules rules) {
    return new OutboundClient(rules, TIGHT, HostLookup.SYSTEM);
  }

  private static OutboundCall get(URI url) {
    return OutboundCall.get(url, Map.of());
  }
}
