package io.tanlian.cli.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanlian.cli.exchange.ServerAddress;
import io.tanlian.cli.terminal.CannotRunException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerOptionsTest {
  private static final String ELSEWHERE = "https://elsewhere.example";
  private static final Optional<ServerAddress> NONE = Optional.empty();
  private static final Optional<ServerAddress> FILE =
      Optional.of(ServerAddress.parse("https://exchange.example:8443"));

  @Test
  void a_variable_does_not_send_the_secret_of_a_file_elsewhere() {
    assertThatThrownBy(() -> ServerOptions.address(NONE, Optional.of(ELSEWHERE), FILE))
        .isInstanceOf(CannotRunException.class)
        .hasMessageContainingAll(
            "TANLIAN_SERVER", ELSEWHERE, "https://exchange.example:8443", "--server");
  }

  @Test
  void a_variable_may_say_the_same_as_the_file() {
    assertThat(ServerOptions.address(NONE, Optional.of("https://Exchange.example:8443/"), FILE))
        .isEqualTo(FILE.orElseThrow());
    assertThat(ServerOptions.address(NONE, Optional.of(""), FILE)).isEqualTo(FILE.orElseThrow());
  }

  @Test
  void an_address_that_somebody_types_takes_precedence() {
    ServerAddress typed = ServerAddress.parse(ELSEWHERE);
    assertThat(ServerOptions.address(Optional.of(typed), Optional.empty(), FILE)).isEqualTo(typed);
    assertThat(
            ServerOptions.address(Optional.of(typed), Optional.of("https://third.example"), FILE))
        .isEqualTo(typed);
  }

  @Test
  void without_a_file_the_variable_is_enough() {
    assertThat(ServerOptions.address(NONE, Optional.of(ELSEWHERE), NONE))
        .isEqualTo(ServerAddress.parse(ELSEWHERE));
    assertThatThrownBy(() -> ServerOptions.address(NONE, Optional.of("http://plain"), NONE))
        .isInstanceOf(CannotRunException.class)
        .hasMessageContaining("TANLIAN_SERVER");
    assertThatThrownBy(() -> ServerOptions.address(NONE, Optional.empty(), NONE))
        .isInstanceOf(CannotRunException.class)
        .hasMessageContaining("Which exchange?");
  }
}
