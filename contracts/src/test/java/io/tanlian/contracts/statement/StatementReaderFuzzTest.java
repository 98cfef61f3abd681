package io.tanlian.contracts.statement;

import static io.tanlian.contracts.statement.StatementExamples.CLAIMS;
import static io.tanlian.contracts.statement.StatementExamples.headerOf;
import static io.tanlian.contracts.statement.StatementExamples.payloadOf;
import static io.tanlian.contracts.statement.StatementExamples.signed;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.tanlian.contracts.json.Base64Url;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever comes in, the reader answers; it never throws. */
class StatementReaderFuzzTest {
  private static final int CASES = 2_000;
  private static final List<String> FRAGMENTS =
      List.of(
          "null",
          "{}",
          "[]",
          "\"\"",
          "1e999999999999",
          "-0",
          "true",
          "\"_sd\":",
          "\"...\":",
          ",",
          ":",
          "{",
          "}",
          "[",
          "]",
          "\\ud800",
          "\u0000",
          "~",
          "urn:uuid:",
          "9".repeat(120),
          "é",
          "");

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  @Test
  void a_payload_changed_anywhere_is_answered() {
    List<SignedStatement> originals = CLAIMS.stream().map(StatementExamples::signed).toList();
    for (int i = 0; i < CASES; i++) {
      SignedStatement original = originals.get(i % originals.size());
      String payload = mutated(payloadOf(original));
      assertAnswered(
          new SignedStatement(unsigned(headerOf(original), payload), original.disclosures()),
          payload);
    }
  }

  @Test
  void a_header_changed_anywhere_is_answered() {
    SignedStatement original = signed(CLAIMS.getFirst());
    for (int i = 0; i < CASES; i++) {
      String header = mutated(headerOf(original));
      assertAnswered(new SignedStatement(unsigned(header, payloadOf(original)), List.of()), header);
    }
  }

  @Test
  void a_text_changed_anywhere_is_answered() {
    String original = signed(StatementExamples.DECLARATION).format();
    for (int i = 0; i < CASES; i++) {
      String text = mutated(original);
      assertThatCode(() -> SignedStatement.parse(text).then(StatementReader::read))
          .as("seed %d: %s", seed, text)
          .doesNotThrowAnyException();
    }
  }

  private void assertAnswered(SignedStatement statement, String changed) {
    assertThatCode(() -> StatementReader.read(statement))
        .as("seed %d: %s", seed, changed)
        .doesNotThrowAnyException();
  }

  private static String unsigned(String header, String payload) {
    return Base64Url.encode(header) + "." + Base64Url.encode(payload) + ".AAAA";
  }

  private String mutated(String text) {
    StringBuilder changed = new StringBuilder(text);
    for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
      int from = random.nextInt(changed.length() + 1);
      int to = Math.min(changed.length(), from + random.nextInt(12));
      changed.replace(from, to, FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
    }
    return changed.toString();
  }
}
