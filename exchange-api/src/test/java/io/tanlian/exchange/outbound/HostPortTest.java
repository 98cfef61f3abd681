package io.tanlian.exchange.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostPortTest {

  @Test
  void case_and_the_standard_port_make_no_difference() {
    assertThat(HostPort.parse("PACT.example.com")).isEqualTo(new HostPort("pact.example.com", 443));
    assertThat(HostPort.of(URI.create("https://Pact.Example.com/3/events")))
        .isEqualTo(HostPort.parse("pact.example.com:443"));
    assertThat(HostPort.of(URI.create("http://localhost/")))
        .isEqualTo(new HostPort("localhost", 80));
    assertThat(HostPort.of(URI.create("https://[::1]:9443/")))
        .isEqualTo(HostPort.parse("[::1]:9443"));
  }

  @Test
  void an_ipv6_address_is_the_same_with_and_without_its_brackets() {
    assertThat(new HostPort("::1", 9443)).isEqualTo(HostPort.parse("[::1]:9443"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https://host",
        "host:",
        "host:0",
        "host:65536",
        "host:99999999",
        "a b",
        "host:1:2"
      })
  void what_is_no_host_and_port_is_refused(String text) {
    assertThatThrownBy(() -> HostPort.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
