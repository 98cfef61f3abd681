package io.tanlian.exchange.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanlian.exchange.outbound.OutboundRules;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that cannot open the secrets its database keeps would fail at every delivery. */
class SealedSecretsTest {
  @TempDir private Path data;

  @Test
  void a_secret_that_was_sealed_with_another_key_keeps_a_node_from_starting_in_words()
      throws Exception {
    try (NodeUnderTest node = NodeUnderTest.start(data, OutboundRules.NONE)) {
      assertThat(
              node.newCompany()
                  .post(
                      "/v1/connections",
                      "{\"baseUrl\":\"https://pact.example.com\",\"clientId\":\"a\","
                          + "\"clientSecret\":\"b\"}")
                  .statusCode())
          .isEqualTo(201);
    }
    NodeUnderTest.start(data, OutboundRules.NONE).close();
    try (NodeDatabase database = NodeDatabase.open(data, Optional.empty(), HomeSettings.DEFAULT);
        Connection owner = database.access().asOwner().getConnection();
        Statement statement = owner.createStatement()) {
      statement.execute(
          "update exchange.connection set client_secret = set_byte(client_secret, 20,"
              + " get_byte(client_secret, 20) # 1)");
    }

    assertThatThrownBy(() -> NodeUnderTest.start(data, OutboundRules.NONE))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("https://pact.example.com")
        .hasMessageContaining("not sealed with this node's log key");
  }
}
