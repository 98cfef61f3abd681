package io.tanlian.ledger.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanlian.ledger.AppendCondition;
import io.tanlian.ledger.AppendOutcome;
import io.tanlian.ledger.NewEntry;
import io.tanlian.tlog.MalformedException;
import io.tanlian.tlog.MerkleTree;
import io.tanlian.tlog.checkpoint.Checkpoint;
import io.tanlian.tlog.checkpoint.Receipt;
import io.tanlian.tlog.entry.Entry;
import io.tanlian.tlog.note.NoteSigner;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTest {
  private static final long SEED = 20261121;
  private static final UUID ID = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
  private static final AppendMessage APPEND =
      new AppendMessage(
          List.of(
              new NewEntry(
                  Entry.of(
                      ID,
                      "io.tanlian.Grant",
                      "1",
                      Instant.parse("2026-11-21T08:00:00.000001Z"),
                      Set.of("issuer:urn:lei:5299000J2N45DDNE4Y28"),
                      Map.of("trace", "碳链"),
                      bytes("eyJ.e30.c2ln")),
                  bytes("WyJzYWx0Il0"))),
          new AppendCondition(7, Set.of(Set.of("batch:1", "metal:lithium"), Set.of("碳"))));

  @Test
  void an_append_has_the_bytes_of_the_golden_file() throws IOException {
    assertThat(HexFormat.of().formatHex(APPEND.encode())).isEqualTo(golden("append.hex"));
    assertThat(AppendMessage.decode(HexFormat.of().parseHex(golden("append.hex"))))
        .isEqualTo(APPEND);
  }

  @Test
  void any_append_comes_back_as_it_went() {
    Random random = new Random(SEED);
    for (int run = 0; run < 300; run++) {
      AppendMessage append = randomAppend(random);
      assertThat(AppendMessage.decode(append.encode()))
          .as("seed %d run %d", SEED, run)
          .isEqualTo(append);
    }
  }

  @Test
  void whatever_decodes_after_a_byte_was_changed_encodes_to_exactly_those_bytes() {
    requireOneEncoding(APPEND.encode(), changed -> AppendMessage.decode(changed).encode());
  }

  @Test
  void an_append_cut_or_lengthened_anywhere_is_refused() {
    requireWhole(APPEND.encode(), changed -> AppendMessage.decode(changed).encode());
  }

  @Test
  void an_append_too_long_for_a_message_is_refused_before_it_is_sent() {
    List<NewEntry> entries = new ArrayList<>();
    byte[] attachment = new byte[1_048_576];
    for (int i = 0; i < 17; i++) {
      entries.add(
          new NewEntry(
              Entry.of(new UUID(0, i), "t", "1", Instant.EPOCH, Set.of(), Map.of(), new byte[0]),
              attachment));
    }
    AppendMessage tooLong = new AppendMessage(entries, AppendCondition.none());

    assertThatThrownBy(tooLong::encode)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 16777216 bytes");
    assertThatThrownBy(() -> AppendMessage.decode(new byte[16_777_217]))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void outcomes_have_the_bytes_of_the_golden_file() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (AppendOutcome outcome : outcomes()) {
      if (!(outcome instanceof AppendOutcome.Appended)) {
        lines.append(HexFormat.of().formatHex(OutcomeMessage.encode(outcome))).append('\n');
      }
    }
    assertThat(lines.toString().strip()).isEqualTo(golden("outcomes.hex"));
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void every_outcome_comes_back_as_it_went(AppendOutcome outcome) {
    assertThat(OutcomeMessage.decode(OutcomeMessage.encode(outcome))).isEqualTo(outcome);
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void whatever_decodes_to_an_outcome_encodes_to_exactly_those_bytes(AppendOutcome outcome) {
    UnaryOperator<byte[]> again = bytes -> OutcomeMessage.encode(OutcomeMessage.decode(bytes));
    requireOneEncoding(OutcomeMessage.encode(outcome), again);
    requireWhole(OutcomeMessage.encode(outcome), again);
  }

  static List<AppendOutcome> outcomes() {
    NoteSigner signer = NoteSigner.generate("log.example");
    Receipt receipt =
        new Receipt(
            bytes("header"),
            0,
            List.of(),
            Checkpoint.of("log.example", 1, MerkleTree.leafHash(bytes("leaf"))).sign(signer));
    return List.of(
        new AppendOutcome.Appended(0, 1, List.of(receipt)),
        new AppendOutcome.Conflict(41),
        new AppendOutcome.Duplicate(ID, Long.MAX_VALUE),
        new AppendOutcome.Busy(250),
        new AppendOutcome.Refused("an entry has at most 256 tags, this one 257"),
        new AppendOutcome.Failed("碳"),
        new AppendOutcome.NotLeading());
  }

  private static void requireOneEncoding(byte[] bytes, UnaryOperator<byte[]> readAndWrite) {
    for (int position = 0; position < bytes.length; position++) {
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        byte[] changed = bytes.clone();
        changed[position] ^= (byte) (1 << bit);
        readOrRefuse(changed, readAndWrite);
      }
    }
  }

  private static void readOrRefuse(byte[] changed, UnaryOperator<byte[]> readAndWrite) {
    byte[] again;
    try {
      again = readAndWrite.apply(changed);
    } catch (MalformedException _) {
      return;
    }
    assertThat(again).isEqualTo(changed);
  }

  private static void requireWhole(byte[] bytes, UnaryOperator<byte[]> readAndWrite) {
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> readAndWrite.apply(cut))
          .as("cut to %d bytes", length)
          .isInstanceOf(MalformedException.class);
    }
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
    assertThatThrownBy(() -> readAndWrite.apply(longer)).isInstanceOf(MalformedException.class);
  }

  private static AppendMessage randomAppend(Random random) {
    List<NewEntry> entries = new ArrayList<>();
    for (int i = random.nextInt(5); i >= 0; i--) {
      byte[] payload = new byte[random.nextInt(200)];
      byte[] attachment = new byte[random.nextInt(300)];
      random.nextBytes(payload);
      random.nextBytes(attachment);
      entries.add(
          new NewEntry(
              Entry.of(
                  new UUID(random.nextLong(), random.nextLong()),
                  "type" + random.nextInt(9),
                  "1",
                  Instant.ofEpochSecond(random.nextInt()),
                  randomTags(random),
                  Map.of("k", "v" + random.nextInt(9)),
                  payload),
              attachment));
    }
    Set<Set<String>> criteria = new HashSet<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      criteria.add(randomTags(random));
    }
    return new AppendMessage(entries, new AppendCondition(random.nextInt(100) - 1, criteria));
  }

  private static Set<String> randomTags(Random random) {
    Set<String> tags = new HashSet<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      tags.add("tag:碳" + random.nextInt(50));
    }
    return tags;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String golden(String name) throws IOException {
    try (InputStream in = MessagesTest.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("no golden file " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip();
    }
  }
}
