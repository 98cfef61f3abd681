package io.tanlian.exchange.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanlian.exchange.outbound.HostPort;
import io.tanlian.exchange.outbound.OutboundRules;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {

  @ParameterizedTest
  @CsvSource({
    "https://pact.example.com, https://pact.example.com",
    "HTTPS://Pact.Example.com:443/, https://pact.example.com",
    "https://pact.example.com:8443/api/, https://pact.example.com:8443/api",
  })
  void a_host_has_one_spelling(String text, String canonical) {
    assertThat(BaseUrl.parse(text, OutboundRules.NONE)).hasToString(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "pact.example.com",
        "http://pact.example.com",
        "https://pact.example.com/3/footprints",
        "https://pact.example.com/3",
        "https://pact.example.com/2/events",
        "https://u:p@pact.example.com",
        "https://pact.example.com?x=1",
        "https://pact.example.com/#x",
        "https://pact.example.com/a/../b",
        "https://pact.example.com/a%2fb",
        "https://pact.example.com:0",
        "https://pact.example.com:70000",
        "https:///x",
        "ftp://pact.example.com"
      })
  void what_is_no_base_url_is_refused(String text) {
    assertThatThrownBy(() -> BaseUrl.parse(text, OutboundRules.NONE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_host_allowed_by_name_may_do_without_tls() {
    OutboundRules rules = new OutboundRules(Set.of(HostPort.parse("localhost:8080")), Map.of());

    assertThat(BaseUrl.parse("http://localhost:8080/", rules)).hasToString("http://localhost:8080");
  }
}
