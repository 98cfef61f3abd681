package io.tanlian.tlog.checkpoint;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanlian.tlog.Hash;
import io.tanlian.tlog.MalformedException;
import io.tanlian.tlog.MerkleTree;
import io.tanlian.tlog.Proofs;
import io.tanlian.tlog.Samples;
import io.tanlian.tlog.TestLeaves;
import io.tanlian.tlog.Verdict;
import io.tanlian.tlog.encoding.StrictUtf8;
import io.tanlian.tlog.note.NoteSigner;
import io.tanlian.tlog.note.VerifierKey;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The sample is leaf 5 of the eight of the RFC 6962 reference tree, made outside this project with
 * Python's hashlib and cryptography: the log's seed is the bytes 00 to 1f, the witness's 20 to 3f.
 */
class ReceiptTest {
  private static final VerifierKey LOG =
      VerifierKey.parse(
          "log.example.com/carbon+db0c0d57+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4");
  private static final VerifierKey WITNESS =
      VerifierKey.parse(
          "witness.example.com/w1+969980cf+BCmsuuFBvMrwsi4alNNNC8c2HlJtC/4SyJeUvJMilm3X");
  private static final NoteSigner LOG_SIGNS =
      NoteSigner.parse(
          "PRIVATE+KEY+log.example.com/carbon+db0c0d57+AQABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f");
  private static final NoteSigner WITNESS_SIGNS =
      NoteSigner.parse(
          "PRIVATE+KEY+witness.example.com/w1+969980cf+BCAhIiMkJSYnKCkqKywtLi8wMTIzNDU2Nzg5Ojs8PT4/");
  private static final Instant COSIGNED_AT = Instant.ofEpochSecond(1_795_248_000);

  private static final Hash LEAF_5 = MerkleTree.leafHash(HexFormat.of().parseHex("40414243"));

  private final String sample = sample("leaf-5-of-8.tlog-proof");

  @Test
  void of_another_implementation_verifies() {
    Receipt receipt = Receipt.parse(sample);

    assertThat(receipt.index()).isEqualTo(5);
    assertThat(receipt.extra()).isEqualTo("header".getBytes(US_ASCII));
    assertThat(receipt.treeHead().size()).isEqualTo(8);
    assertThat(receipt.verify(LEAF_5, LOG)).isEqualTo(new Verdict.Holds());
    assertThat(Cosignature.verify(receipt.checkpoint(), WITNESS))
        .isEqualTo(new Cosignature.Given("witness.example.com/w1", COSIGNED_AT));
    assertThat(receipt.format()).isEqualTo(sample);
  }

  @Test
  void made_here_is_the_one_of_the_other_implementation_to_the_byte() {
    Receipt read = Receipt.parse(sample);
    Checkpoint head = Checkpoint.of("log.example.com/carbon", 8, read.treeHead().root());
    Receipt made =
        new Receipt(
            "header".getBytes(US_ASCII),
            5,
            read.path(),
            head.sign(LOG_SIGNS).with(Cosignature.sign(head, WITNESS_SIGNS, COSIGNED_AT)));

    assertThat(made.format()).isEqualTo(sample);
    assertThat(made).isEqualTo(read).hasSameHashCodeAs(read);
  }

  @Test
  void proves_every_leaf_of_every_tree_and_no_other() {
    long seed = 20_261_121;
    Random random = new Random(seed);
    List<Hash> leaves = TestLeaves.numbered(40);
    for (int size = 1; size <= leaves.size(); size++) {
      Checkpoint head = Checkpoint.of(LOG.name(), size, MerkleTree.root(leaves.subList(0, size)));
      for (int index = 0; index < size; index++) {
        byte[] extra = new byte[random.nextInt(20)];
        random.nextBytes(extra);
        Receipt receipt =
            new Receipt(
                extra,
                index,
                Proofs.inclusion(index, size, TestLeaves.reader(leaves)),
                head.sign(LOG_SIGNS));

        Receipt read = Receipt.parse(receipt.format());

        assertThat(read).as("seed %d", seed).isEqualTo(receipt);
        assertThat(read.verify(leaves.get(index), LOG)).isEqualTo(new Verdict.Holds());
        Hash changed = TestLeaves.withBitFlipped(leaves.get(index), random.nextInt(256));
        assertThat(read.verify(changed, LOG).holds()).isFalse();
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = BAD_RECEIPTS)
  void refuses_a_receipt_with_the_defect_in_its_name(String name, String words) {
    assertThat(whatIsWrongWith(sample("bad/" + name + ".tlog-proof"))).contains(words);
  }

  private static final String BAD_RECEIPTS =
      """
      checkpoint-of-another-log                         | the checkpoint is of log log.example.com/copper
      checkpoint-of-two-lines                           | a checkpoint has lines for origin, size and root
      checkpoint-root-of-31-bytes                       | checkpoint root: a hash has 32 bytes, not 31
      checkpoint-signed-by-another-key-of-the-same-name | no signature is by a known key
      checkpoint-signed-for-another-size                | the signature by log.example.com/carbon does not verify
      checkpoint-size-0-with-a-root                     | the root of a tree of size 0
      checkpoint-size-with-leading-zero                 | checkpoint size: a number is
      checkpoint-with-a-line-after-the-signatures       | receipt checkpoint: a signature line is EM DASH
      checkpoint-with-carriage-returns                  | receipt checkpoint: a note has a blank line
      checkpoint-with-empty-extension-line              | checkpoint extension line must not be empty
      checkpoint-without-signature                      | receipt checkpoint: a note has a blank line
      empty                                             | a receipt has a blank line before its checkpoint
      extra-after-the-index                             | receipt hash: text is not base64
      extra-empty                                       | receipt extra must not be empty
      extra-not-canonical-base64                        | receipt extra: base64 is not canonical
      hash-left-over                                    | inclusion proof has hashes left over
      hash-missing                                      | inclusion proof ends before the root
      hash-not-base64                                   | receipt hash: text is not base64
      hash-of-31-bytes                                  | receipt hash: a hash has 32 bytes, not 31
      hash-of-another-leaf                              | inclusion proof leads to root
      hash-without-padding                              | receipt hash: base64 is not canonical
      hashes-64                                         | a receipt has at most 63 hashes, not 64
      hashes-in-wrong-order                             | inclusion proof leads to root
      header-of-another-version                         | the first line of a receipt is c2sp.org/tlog-proof@v1
      index-above-2-to-63                               | receipt index: a number is at most 9223372036854775807
      index-negative                                    | receipt index: a number is
      index-of-the-neighbour                            | inclusion proof leads to root
      index-outside-the-tree                            | receipt index 8 is not in a tree of size 8
      index-with-leading-zero                           | receipt index: a number is
      no-blank-line-before-the-checkpoint               | a receipt has a blank line before its checkpoint
      no-checkpoint                                     | receipt checkpoint: a note has a blank line
      no-index                                          | a receipt has a line index <number>
      """;

  @Test
  void every_bad_receipt_is_tested() {
    Set<String> tested =
        BAD_RECEIPTS
            .lines()
            .map(line -> line.substring(0, line.indexOf(' ')) + ".tlog-proof")
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(Samples.names(getClass(), "bad")).isEqualTo(tested);
  }

  @Test
  void has_limits() {
    Receipt receipt = Receipt.parse(sample);

    assertThatThrownBy(() -> new Receipt(new byte[65_536], 5, receipt.path(), receipt.checkpoint()))
        .hasMessage("receipt extra has at most 65535 bytes, not 65536");
    assertThatThrownBy(() -> Receipt.parse(sample + "x".repeat(1_100_000)))
        .isInstanceOf(MalformedException.class)
        .hasMessageContaining("a receipt has at most 1100000 characters");
  }

  /**
   * Extra is not covered by any signature: what it says must be bound to the leaf by whoever uses
   * it.
   */
  @Test
  void verifies_whatever_its_extra_says() {
    Receipt receipt = Receipt.parse(sample);
    Receipt changed =
        new Receipt(new byte[] {1}, receipt.index(), receipt.path(), receipt.checkpoint());

    assertThat(changed.verify(LEAF_5, LOG)).isEqualTo(new Verdict.Holds());
  }

  private static String whatIsWrongWith(String text) {
    try {
      return Receipt.parse(text).verify(LEAF_5, LOG).toString();
    } catch (MalformedException refused) {
      return refused.getMessage();
    }
  }

  private static String sample(String name) {
    return StrictUtf8.decode(Samples.read(ReceiptTest.class, name));
  }
}
