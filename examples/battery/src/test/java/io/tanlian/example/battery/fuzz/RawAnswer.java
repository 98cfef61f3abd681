package io.tanlian.example.battery.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;

/**
 * What came back.
 *
 * @param headers by name in lower case
 */
@SuppressWarnings("ArrayRecordComponent") // read once, where it was received
record RawAnswer(int status, Map<String, String> headers, byte[] body) {

  String text() {
    return new String(body, UTF_8);
  }

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  boolean closes() {
    return header("connection").equalsIgnoreCase("close")
        || (!headers.containsKey("content-length")
            && !headers.containsKey("transfer-encoding")
            && body.length > 0);
  }
}
