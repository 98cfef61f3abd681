package io.tanlian.tlog.entry;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanlian.tlog.MalformedException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MalformedEntryTest {
  private static final Entry ENTRY =
      Entry.of(
          UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"),
          "io.tanlian.Grant",
          "1",
          Instant.parse("2026-11-21T08:00:00.000001Z"),
          Set.of("issuer:a", "recipient:b"),
          Map.of("trace", "t", "source", "pact"),
          new byte[] {1, 2, 3});

  @Test
  void refuses_every_truncation() {
    byte[] bytes = EntryCodec.encode(ENTRY);
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> EntryCodec.decode(cut))
          .as("cut to %d bytes", length)
          .isInstanceOf(MalformedException.class);
    }
  }

  @Test
  void refuses_a_trailing_byte() {
    byte[] bytes = EntryCodec.encode(ENTRY);

    assertRefused(Arrays.copyOf(bytes, bytes.length + 1), "1 bytes after its payload");
  }

  @Test
  void refuses_another_format() {
    assertRefused(hex("02"), "format must be 1, not 2");
  }

  @Test
  void refuses_tags_out_of_order() {
    assertRefused(withLists("0002 0001 62 0001 61", "0000"), "tags must be ascending");
  }

  @Test
  void refuses_a_tag_twice() {
    assertRefused(withLists("0002 0001 61 0001 61", "0000"), "tags must be ascending");
  }

  @Test
  void refuses_an_empty_tag() {
    assertRefused(withLists("0001 0000", "0000"), "tag must not be empty");
  }

  @Test
  void refuses_a_tag_in_overlong_utf_8() {
    assertRefused(withLists("0001 0002 c181", "0000"), "tag: text is not valid UTF-8");
  }

  @Test
  void refuses_metadata_out_of_order_and_twice() {
    assertRefused(
        withLists("0000", "0002 0001 62 0000 0001 61 0000"), "metadata keys must be ascending");
    assertRefused(
        withLists("0000", "0002 0001 61 0000 0001 61 0001 78"), "metadata keys must be ascending");
  }

  @Test
  void refuses_a_payload_length_beyond_the_bytes_that_are_there() {
    byte[] header = EntryCodec.header(ENTRY);
    byte[] bytes = Arrays.copyOf(header, header.length + 4);
    Arrays.fill(bytes, header.length, bytes.length, (byte) 0xff);

    assertRefused(bytes, "payload needs 4294967295 bytes, only 0 are left");
  }

  private static void assertRefused(byte[] bytes, String words) {
    assertThatThrownBy(() -> EntryCodec.decode(bytes))
        .isInstanceOf(MalformedException.class)
        .hasMessageContaining(words);
  }

  private static byte[] withLists(String tags, String metadata) {
    return hex(
        "01 00112233445566778899aabbccddeeff 0001 74 0001 31 0000000000000000"
            + tags
            + metadata
            + "00000000");
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replaceAll("\\s", ""));
  }
}
