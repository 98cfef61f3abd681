package io.tanlian.exchange.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.pact.PactVersion;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventSourceTest {
  private static final Connection ROOT = connection("https://pact.example.com");
  private static final Connection BELOW = connection("https://host.example.com/pact");

  @ParameterizedTest
  @CsvSource({
    "https://pact.example.com, https://pact.example.com/3/events",
    "https://pact.example.com/, https://pact.example.com/3/events",
    "https://pact.example.com:443, https://pact.example.com/3/events",
    "https://PACT.example.com/3/events, https://pact.example.com/3/events",
    "https://pact.example.com/3/events/, https://pact.example.com/3/events",
    "https://pact.example.com/2/events, https://pact.example.com/2/events",
    "//pact.example.com/events, https://pact.example.com/3/events",
    "//pact.example.com/2/events, https://pact.example.com/2/events",
    "//pact.example.com, https://pact.example.com/3/events",
    "pact.example.com, https://pact.example.com/3/events",
    "pact.example.com/3/events, https://pact.example.com/3/events",
    "https://host.example.com/pact, https://host.example.com/pact/3/events",
    "https://host.example.com/pact/2/events, https://host.example.com/pact/2/events",
    "https://host.example.com, https://host.example.com/pact/3/events",
  })
  void every_spelling_of_a_registered_host_leads_to_its_events(String source, String events) {
    assertThat(EventSource.among(List.of(ROOT, BELOW), source))
        .isInstanceOfSatisfying(
            Callback.Allowed.class,
            allowed -> assertThat(allowed.events(PactVersion.V3)).hasToString(events));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://other.example.com/3/events",
        "https://pact.example.com.evil.example/3/events",
        "https://pact.example.com@evil.example/",
        "https://evil.example/?x=https://pact.example.com",
        "https://evil.example/#@pact.example.com/",
        "https://user@pact.example.com/",
        "https://pact.example.com:8443/",
        "http://pact.example.com/",
        "https://pact.example.com/3/events?to=elsewhere",
        "https://host.example.com/other/3/events",
        "https://169.254.169.254/latest/meta-data/",
        "//127.0.0.1/3/events",
        "///3/events",
        "/3/events",
        "urn:example:host",
        "pact.example.com\\@evil.example",
        "https://pact.example.com\r\n.evil.example/",
        "not a url"
      })
  void nothing_else_is_answered_to(String source) {
    assertThat(EventSource.among(List.of(ROOT, BELOW), source))
        .isInstanceOf(Callback.NotAllowed.class);
  }

  @Test
  void whoever_registered_no_host_is_answered_nowhere() {
    assertThat(EventSource.among(List.of(), "https://pact.example.com/3/events"))
        .isInstanceOfSatisfying(
            Callback.NotAllowed.class,
            refused -> assertThat(refused.words()).contains("/v1/connections"));
  }

  @Test
  void a_path_alone_is_at_the_only_host() {
    assertThat(EventSource.among(List.of(ROOT), "/2/events"))
        .isEqualTo(new Callback.Allowed(ROOT, Optional.of(PactVersion.V2)));
  }

  @Test
  void a_version_that_the_host_does_not_speak_is_refused() {
    Connection onlyV3 =
        new Connection(
            ROOT.id(),
            ROOT.participant(),
            ROOT.baseUrl(),
            Set.of(PactVersion.V3),
            Optional.empty(),
            false,
            "client",
            Instant.EPOCH,
            Optional.empty(),
            Optional.empty());

    assertThat(EventSource.among(List.of(onlyV3), "https://pact.example.com/2/events"))
        .isInstanceOf(Callback.NotAllowed.class);
  }

  private static Connection connection(String baseUrl) {
    return new Connection(
        UUID.randomUUID(),
        ParticipantId.parse("did:web:customer.example.com"),
        URI.create(baseUrl),
        Set.of(PactVersion.V2, PactVersion.V3),
        Optional.empty(),
        false,
        "client",
        Instant.EPOCH,
        Optional.empty(),
        Optional.empty());
  }
}
