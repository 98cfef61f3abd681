package io.tanlian.example.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanlian.contracts.schema.Schemas;
import io.tanlian.exchange.outbound.HostPort;
import io.tanlian.exchange.outbound.OutboundRules;
import io.tanlian.exchange.serve.ServeProfile;
import io.tanlian.exchange.serve.ServeSettings;
import io.tanlian.exchange.serve.StartRefused;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PactTestProfileTest {
  private final ServeSettings local = ServeSettings.local(Path.of("unused"), 8443);

  @Test
  void it_is_found_by_its_name() {
    assertThat(ServiceLoader.load(ServeProfile.class))
        .extracting(ServeProfile::name)
        .containsExactly("pact-test");
  }

  @Test
  void without_an_allowed_host_events_go_where_a_tool_on_this_machine_usually_listens()
      throws Exception {
    OutboundRules rules = new PactTestProfile().settings(local).outbound();

    assertThat(CallbackHost.of(rules).baseUrl()).hasToString("http://localhost:8080");
  }

  @Test
  void a_host_elsewhere_or_with_a_known_certificate_is_called_with_tls() throws Exception {
    assertThat(CallbackHost.of(allowed("tool.example", 443)).baseUrl())
        .hasToString("https://tool.example:443");
    HostPort here = new HostPort("localhost", 9443);
    assertThat(
            CallbackHost.of(
                    new OutboundRules(Set.of(here), Map.of(here, "sha256:" + "0".repeat(64))))
                .baseUrl())
        .hasToString("https://localhost:9443");
  }

  @Test
  void two_allowed_hosts_are_one_too_many() {
    OutboundRules two =
        new OutboundRules(
            Set.of(new HostPort("a.example", 1), new HostPort("b.example", 2)), Map.of());

    assertThatThrownBy(() -> new PactTestProfile().settings(local.withOutbound(two)))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("one callback host")
        .hasMessageContaining("--allow-host");
  }

  @Test
  void no_footprint_has_a_country_that_another_has_a_part_of() throws Exception {
    // A tool expects of a filter by country what has this very country.
    assertThat(TestStatements.footprints())
        .hasSizeGreaterThanOrEqualTo(5)
        .allSatisfy(footprint -> {
          assertThat(Schemas.validate("PactProductFootprint", footprint.toJson())).isEmpty();
          assertThat(footprint.toJson().at("/pcf/geographyCountrySubdivision").isMissingNode())
              .isTrue();
        });
  }

  private static OutboundRules allowed(String host, int port) {
    return new OutboundRules(Set.of(new HostPort(host, port)), Map.of());
  }
}
