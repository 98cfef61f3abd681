package io.tanlian.exchange.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.tlog.note.NoteSigner;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NodeTokenTest {
  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
  private static final byte[] MESSAGE = "an append".getBytes(StandardCharsets.UTF_8);
  private static final NoteSigner KEY = NoteSigner.generate("log.example");

  private final NodeToken tokens = new NodeToken(KEY);

  @Test
  void a_token_of_a_node_with_the_same_log_key_is_good_for_its_message() {
    String token = new NodeToken(NoteSigner.parse(KEY.formatSecret())).issue(MESSAGE, NOW);

    assertThat(tokens.messageHash(token, NOW))
        .hasValueSatisfying(hash -> {
          assertThat(NodeToken.isMessage(MESSAGE, hash)).isTrue();
          assertThat(NodeToken.isMessage("another".getBytes(StandardCharsets.UTF_8), hash))
              .isFalse();
        });
  }

  @Test
  void a_token_is_good_for_as_long_as_clocks_may_be_apart() {
    String token = tokens.issue(MESSAGE, NOW);
    Duration age = NodeToken.AGE_MAX;

    assertThat(tokens.messageHash(token, NOW.plus(age))).isPresent();
    assertThat(tokens.messageHash(token, NOW.minus(age))).isPresent();
    assertThat(tokens.messageHash(token, NOW.plus(age).plusSeconds(1))).isEmpty();
    assertThat(tokens.messageHash(token, NOW.minus(age).minusSeconds(1))).isEmpty();
  }

  @Test
  void a_token_made_with_another_key_of_the_same_name_is_refused() {
    String foreign = new NodeToken(NoteSigner.generate("log.example")).issue(MESSAGE, NOW);

    assertThat(tokens.messageHash(foreign, NOW)).isEmpty();
  }

  @Test
  void a_token_with_any_character_changed_cut_or_added_is_refused() {
    String token = tokens.issue(MESSAGE, NOW);
    for (int i = 0; i < token.length(); i++) {
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      String changed = token.substring(0, i) + other + token.substring(i + 1);
      assertThat(tokens.messageHash(changed, NOW)).as(changed).isEmpty();
      assertThat(tokens.messageHash(token.substring(0, i), NOW)).isEmpty();
    }
    assertThat(tokens.messageHash(token + "A", NOW)).isEmpty();
    assertThat(tokens.messageHash(token.replaceFirst("1\\.", "2."), NOW)).isEmpty();
  }
}
