package io.tanlian.exchange.statement;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A statement's disclosures as the bytes kept beside its entry: joined by tildes, as received. */
final class DisclosureAttachment {

  private static final String SEPARATOR = "~";

  private DisclosureAttachment() {}

  static byte[] encode(List<String> disclosures) {
    return String.join(SEPARATOR, disclosures).getBytes(StandardCharsets.US_ASCII);
  }

  static List<String> decode(byte[] attachment) {
    return attachment.length == 0
        ? List.of()
        : List.of(new String(attachment, StandardCharsets.US_ASCII).split(SEPARATOR, -1));
  }
}
