package io.tanlian.tlog.entry;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanlian.tlog.MalformedException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EntryCodecTest {
  private static final Entry GRANT =
      Entry.of(
          UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"),
          "io.tanlian.Grant",
          "1",
          Instant.parse("2026-11-21T08:00:00.000001Z"),
          Set.of("issuer:urn:lei:5299000J2N45DDNE4Y28", "recipient:urn:uscc:91350900587527783P"),
          Map.of("trace", "碳链", "source", "pact"),
          "eyJhbGciOiJFZDI1NTE5In0.e30.c2ln".getBytes(US_ASCII));

  @Test
  void writes_the_bytes_of_the_golden_file() throws IOException {
    assertThat(EntryCodec.encode(GRANT)).isEqualTo(golden("grant-entry.hex"));
  }

  @Test
  void reads_the_bytes_of_the_golden_file() throws IOException {
    assertThat(EntryCodec.decode(golden("grant-entry.hex"))).isEqualTo(GRANT);
  }

  @Test
  void header_and_payload_joined_are_the_entry() {
    byte[] header = EntryCodec.header(GRANT);

    assertThat(EntryCodec.encode(GRANT)).startsWith(header);
    assertThat(EntryCodec.header(EntryCodec.encode(GRANT), GRANT)).isEqualTo(header);
    assertThat(EntryCodec.join(header, GRANT.payload())).isEqualTo(EntryCodec.encode(GRANT));
  }

  /** Otherwise a receipt could pass off the end of a logged payload as the whole of one. */
  @Test
  void a_header_that_holds_the_start_of_a_payload_is_not_joined() {
    byte[] header = EntryCodec.header(GRANT);
    byte[] longer = Arrays.copyOf(header, header.length + 4);
    longer[longer.length - 1] = 4 + 3;

    assertThatThrownBy(() -> EntryCodec.join(longer, new byte[3]))
        .isInstanceOf(MalformedException.class)
        .hasMessage("entry header must end where the payload begins");
  }

  @Test
  void any_entry_comes_back_as_it_went_and_with_the_same_bytes() {
    long seed = 20261121;
    Random random = new Random(seed);
    for (int run = 0; run < 500; run++) {
      Entry entry = randomEntry(random);
      byte[] bytes = EntryCodec.encode(entry);

      assertThat(EntryCodec.decode(bytes)).as("seed %d run %d", seed, run).isEqualTo(entry);
      assertThat(EntryCodec.encode(EntryCodec.decode(bytes))).isEqualTo(bytes);
    }
  }

  @Test
  void whatever_decodes_after_a_byte_was_changed_encodes_to_exactly_those_bytes() {
    byte[] bytes = EntryCodec.encode(GRANT);
    for (int position = 0; position < bytes.length; position++) {
      for (int value = 0; value < 256; value++) {
        byte[] changed = bytes.clone();
        changed[position] = (byte) value;
        try {
          assertThat(EntryCodec.encode(EntryCodec.decode(changed)))
              .as("byte %d set to %d", position, value)
              .isEqualTo(changed);
        } catch (MalformedException refused) {
          assertThat(refused).hasMessageContaining("entry");
        }
      }
    }
  }

  @Test
  void orders_tags_by_utf_8_bytes_where_java_strings_order_otherwise() {
    String beyondBmp = "\uD83D\uDD0B";
    String endOfBmp = "\uFF5E";
    assertThat(beyondBmp.compareTo(endOfBmp)).isNegative();

    Entry entry = withTags(Set.of(beyondBmp, endOfBmp));

    assertThat(entry.tags()).containsExactly(endOfBmp, beyondBmp);
    assertThat(EntryCodec.decode(EntryCodec.encode(entry))).isEqualTo(entry);
  }

  @Test
  void an_entry_may_fill_65535_bytes_and_not_one_more() {
    int room = 65_535 - EntryCodec.encode(withPayload(new byte[0])).length;

    assertThat(EntryCodec.encode(withPayload(new byte[room]))).hasSize(65_535);
    assertThatThrownBy(() -> EntryCodec.encode(withPayload(new byte[room + 1])))
        .hasMessageContaining("at most 65535 bytes, this one 65536");
  }

  @Test
  void an_entry_keeps_its_own_copy_of_the_payload() {
    byte[] payload = {1, 2, 3};
    Entry entry = withPayload(payload);
    payload[0] = 9;
    entry.payload()[1] = 9;

    assertThat(entry.payload()).containsExactly(1, 2, 3);
  }

  @Test
  void refuses_a_time_finer_than_a_microsecond() {
    assertThatThrownBy(() ->
            Entry.of(
                GRANT.eventId(),
                "t",
                "1",
                Instant.ofEpochSecond(0, 1),
                Set.of(),
                Map.of(),
                new byte[0]))
        .hasMessageContaining("truncate it to ChronoUnit.MICROS");
  }

  @Test
  void reads_the_same_time_back_from_both_ends_of_64_bits() {
    for (String time : List.of("8000000000000000", "ffffffffffffffff", "7fffffffffffffff")) {
      byte[] bytes =
          hex("01 00112233445566778899aabbccddeeff 0001 74 0001 31" + time + "0000 0000 00000000");

      assertThat(EntryCodec.encode(EntryCodec.decode(bytes))).isEqualTo(bytes);
    }
  }

  @Test
  void refuses_a_lone_surrogate() {
    assertThatThrownBy(() -> EntryCodec.encode(withTags(Set.of("\uD83D"))))
        .hasMessageContaining("lone surrogate");
  }

  private static Entry withTags(Set<String> tags) {
    return Entry.of(GRANT.eventId(), "t", "1", Instant.EPOCH, tags, Map.of(), new byte[0]);
  }

  private static Entry withPayload(byte[] payload) {
    return Entry.of(GRANT.eventId(), "t", "1", Instant.EPOCH, Set.of(), Map.of(), payload);
  }

  private static Entry randomEntry(Random random) {
    Set<String> tags = new TreeSet<>();
    Map<String, String> metadata = new TreeMap<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      tags.add(randomText(random) + "!");
      metadata.put(randomText(random) + "!", randomText(random));
    }
    byte[] payload = new byte[random.nextInt(300)];
    random.nextBytes(payload);
    return Entry.of(
        new UUID(random.nextLong(), random.nextLong()),
        randomText(random) + "T",
        randomText(random) + "1",
        Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000) * 1_000L),
        tags,
        metadata,
        payload);
  }

  private static String randomText(Random random) {
    return random
        .ints(random.nextInt(8), 1, Character.MAX_CODE_POINT)
        .filter(c -> Character.getType(c) != Character.SURROGATE)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static byte[] golden(String name) throws IOException {
    try (InputStream in = EntryCodecTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return hex(new String(in.readAllBytes(), US_ASCII).replaceAll("#.*", ""));
    }
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replaceAll("\\s", ""));
  }
}
