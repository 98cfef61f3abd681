package io.tanlian.exchange.received;

import io.tanlian.contracts.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.node.ObjectNode;

/**
 * A footprint as a host sent it.
 *
 * @param sha256 of its bytes, in lower-case hex
 */
public record ReceivedBody(ObjectNode json, String sha256) {

  /** A footprint whose bytes are at hand. */
  static ReceivedBody of(ObjectNode json, byte[] bytes) {
    try {
      return new ReceivedBody(
          json, HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** A footprint whose bytes are not: those of its JSON without spaces stand for them. */
  public static ReceivedBody of(ObjectNode json) {
    return of(json, StrictJson.format(json).getBytes(StandardCharsets.UTF_8));
  }
}
