package io.tanlian.example.battery.fuzz;

import io.tanlian.contracts.json.StrictJson;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.node.StringNode;

/** Values that programs stumble over. */
final class Oddities {
  /** As JSON, some of it not JSON at all. */
  static final List<String> JSON =
      List.of(
          "null",
          "true",
          "0",
          "-0",
          "-1",
          "2147483648",
          "9223372036854775808",
          "-9223372036854775809",
          "1e400",
          "-1e-400",
          "1e2147483647",
          "1e-99999999999",
          "0." + "0".repeat(2_000) + "1",
          "1" + "0".repeat(5_000),
          "00",
          "+1",
          "NaN",
          "[]",
          "{}",
          "[null]",
          "[[],{}]",
          "{\"\":{\"\":0}}",
          "{\"a\":1,\"a\":2}",
          "[".repeat(60) + "]".repeat(60),
          "[".repeat(5_000) + "]".repeat(5_000),
          "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000),
          "\"\"",
          "\"\\u0000\"",
          "\"a\\u0000b\"",
          "\"\\ud800\"",
          "\"\\udc00\\ud800\"",
          "\"\\uFFFF\\uFEFF\\u202e\"",
          "\"\u0001\u001f\"",
          "\"\\x\"",
          "\"unended",
          "\"" + "x".repeat(300) + "\"",
          "\"" + "x".repeat(70_000) + "\"",
          "'single'",
          "/* comment */ 1",
          "1e5",
          "1.0E+2");

  /** As text, in a JSON string or a parameter. */
  static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\t\n",
          "0",
          "-1",
          "1.50",
          "1e2147483647",
          "1e-2147483648",
          "1E+9999",
          "0x10",
          "1_000",
          "NaN",
          "-Infinity",
          "9".repeat(400),
          "0." + "9".repeat(400),
          "2147483647",
          "2147483648",
          "-2147483648",
          "9223372036854775807",
          "9223372036854775808",
          "-9223372036854775808",
          "١٢",
          "null",
          "true",
          "a\u0000b",
          "\u0000",
          "\ud83d\ude00",
          "\u202e\ufeff\u00ad",
          "x".repeat(3_000),
          "a".repeat(1_000) + "!",
          "(".repeat(500),
          "'; drop table ledger.entry; --",
          "%",
          "%00",
          "../../etc/passwd",
          "{0}",
          "${jndi:ldap://localhost:1/a}",
          "0000-01-01T00:00:00Z",
          "0001-01-01T00:00:00Z",
          "-4713-11-23T00:00:00Z",
          "-0001-01-01T00:00:00Z",
          "-999999999-01-01T00:00:00Z",
          "-1000000000-01-01T00:00:00Z",
          "9999-12-31T23:59:59.999999999Z",
          "+10000-01-01T00:00:00Z",
          "+294277-01-01T00:00:00Z",
          "+999999999-12-31T23:59:59Z",
          "+1000000000-12-31T23:59:59Z",
          "2026-02-30T00:00:00Z",
          "2026-12-31T23:59:60Z",
          "2026-01-01T24:00:00Z",
          "2026-01-01T00:00:00+18:00",
          "2026-01-01T00:00:00.0000000001Z",
          "2026-01-01",
          "PT-1H",
          "P999999999999999D",
          "PT1H",
          "1-1-1-1-1",
          "00000000-0000-0000-0000-000000000000",
          "urn:uuid:00000000-0000-0000-0000-000000000000",
          "urn:uuid:1-1-1-1-1",
          "URN:UUID:FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF",
          "urn:lei:506700GE1G29325QX363",
          "urn:uscc:91000000TE0000001X",
          "urn:",
          "urn::",
          "urn:x:" + "y".repeat(2_500),
          "did:web:localhost%3A1",
          "did:web:",
          "https://localhost:1",
          "https://localhost:99999/",
          "https://pact.invalid/3/events",
          "https://user@pact.invalid/",
          "//[::1]:1/3/events",
          "https://[::",
          "//",
          "file:///etc/passwd",
          "CN",
          "kilogram",
          "pending");

  private Oddities() {}

  static <T> T oneOf(List<T> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }

  static String text(Random random) {
    return oneOf(TEXTS, random);
  }

  /** A text as a JSON string, or what no JSON text can say. */
  static String json(Random random) {
    return random.nextInt(3) == 0
        ? oneOf(JSON, random)
        : StrictJson.format(StringNode.valueOf(text(random)));
  }
}
