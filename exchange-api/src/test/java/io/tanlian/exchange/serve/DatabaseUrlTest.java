package io.tanlian.exchange.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql:tanlian",
        "jdbc:postgresql://localhost/tanlian",
        "jdbc:postgresql://127.0.0.1:5433/tanlian",
        "jdbc:postgresql://[::1]:5433/tanlian",
        "jdbc:postgresql://db.example.com/tanlian?sslmode=verify-full",
        "jdbc:postgresql://a.example.com,b.example.com/tanlian?sslmode=verify-full&sslrootcert=ca.pem"
      })
  void this_machine_and_a_verified_server_are_accepted(String url) throws StartRefused {
    assertThat(DatabaseUrl.require("--database-url", url, false)).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://db.example.com/tanlian",
        "jdbc:postgresql://localhost,db.example.com/tanlian",
        "jdbc:postgresql://localhost.example.com/tanlian",
        "jdbc:postgresql://127.0.0.1.example.com/tanlian",
        "jdbc:postgresql://db/tanlian?sslmode=prefer",
        "jdbc:postgresql://db/tanlian?sslmode=require",
        "jdbc:postgresql://db/tanlian?sslmode=verify-ca",
        "jdbc:postgresql://db/tanlian?sslmode=verify-full&sslmode=disable",
        "jdbc:postgresql://db/tanlian?sslmode=verify-full&sslfactory=org.postgresql.ssl.NonValidatingFactory",
        "jdbc:postgresql://localhost/tanlian?PGHOST=db.example.com"
      })
  void another_machine_that_is_not_verified_needs_a_word_from_the_operator(String url)
      throws StartRefused {
    assertThatThrownBy(() -> DatabaseUrl.require("--database-url", url, false))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("sslmode=verify-full")
        .hasMessageContaining("--database-plaintext");
    assertThat(DatabaseUrl.require("--database-url", url, true)).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:mysql://localhost/tanlian",
        "postgresql://localhost/tanlian",
        "jdbc:postgresql://localhost/tanlian?password=secret"
      })
  void what_is_no_url_of_postgresql_or_holds_a_password_is_refused(String url) {
    assertThatThrownBy(() -> DatabaseUrl.require("--database-url", url, true))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("hold no password")
        .hasMessageNotContaining("secret");
  }
}
