package io.tanlian.tlog.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanlian.tlog.Hash;
import io.tanlian.tlog.MalformedException;
import io.tanlian.tlog.Samples;
import io.tanlian.tlog.checkpoint.Checkpoint;
import io.tanlian.tlog.encoding.StrictUtf8;
import io.tanlian.tlog.note.NoteSignature;
import io.tanlian.tlog.note.NoteSigner;
import io.tanlian.tlog.note.VerifierKey;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The samples are over the leaves of the RFC 6962 reference tree, made outside this project with
 * Python's hashlib and cryptography: the log's seed is the bytes 00 to 1f, the witness's 20 to 3f.
 */
class AddCheckpointTest {
  private static final VerifierKey LOG =
      VerifierKey.parse(
          "log.example.com/carbon+db0c0d57+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4");
  private static final NoteSigner WITNESS =
      NoteSigner.parse(
          "PRIVATE+KEY+witness.example.com/w1+969980cf+BCAhIiMkJSYnKCkqKywtLi8wMTIzNDU2Nzg5Ojs8PT4/");
  private static final Instant COSIGNED_AT = Instant.ofEpochSecond(1_795_248_000);
  private static final KnownLog KNOWN = new KnownLog("log.example.com/carbon", List.of(LOG));

  private static final String BAD_REQUESTS =
      """
      checkpoint-missing                    | request checkpoint: a note has a blank line
      checkpoint-root-of-31-bytes           | request checkpoint: checkpoint root: a hash has 32 bytes, not 31
      checkpoint-size-with-leading-zero     | request checkpoint: checkpoint size: a number is
      checkpoint-without-signature          | request checkpoint: a note has a blank line
      empty                                 | a request has a blank line before its checkpoint
      hash-of-31-bytes                      | request hash: a hash has 32 bytes, not 31
      hash-with-trailing-space              | request hash: text is not base64
      hash-without-padding                  | request hash: base64 is not canonical
      hashes-64                             | a request has at most 63 hashes, not 64
      line-after-the-signatures             | request checkpoint: a signature line is EM DASH
      no-blank-line                         | a request has a blank line before its checkpoint
      old-above-2-to-63                     | request old size: a number is at most 9223372036854775807
      old-missing                           | the first line of a request is old <size>
      old-negative                          | request old size: a number is
      old-twice                             | request hash: text is not base64
      old-with-carriage-return              | request old size: a number is
      old-with-leading-zero                 | request old size: a number is
      old-with-two-spaces                   | request old size: a number is
      old-without-space                     | the first line of a request is old <size>
      two-blank-lines-before-the-checkpoint | request checkpoint: checkpoint size: a number is
      """;

  private final String sample = sample("growth-5-to-8.add-checkpoint");

  @Test
  void of_another_implementation_is_read_to_the_byte() {
    AddCheckpoint request = AddCheckpoint.parse(sample);

    assertThat(request.oldSize()).isEqualTo(5);
    assertThat(request.proof()).hasSize(4);
    assertThat(request.treeHead().size()).isEqualTo(8);
    assertThat(request.format()).isEqualTo(sample);
  }

  @Test
  void of_another_implementation_is_cosigned_with_the_line_of_another_implementation() {
    Checkpoint first = AddCheckpoint.parse(sample("first-5.add-checkpoint")).treeHead();
    WitnessAnswer answer =
        WitnessAnswer.decide(KNOWN, CosignedHead.of(first), AddCheckpoint.parse(sample));

    assertThat(answer)
        .isInstanceOfSatisfying(
            WitnessAnswer.Cosign.class,
            cosign ->
                assertThat(WITNESS.cosign(cosign.checkpoint().format(), COSIGNED_AT).format())
                    .isEqualTo(sample("cosigned-8.lines").strip()));
    assertThat(NoteSignature.parse(sample("cosigned-8.lines").strip()).name())
        .isEqualTo("witness.example.com/w1");
  }

  @Test
  void of_a_first_checkpoint_has_no_hashes() {
    String first = sample("first-5.add-checkpoint");

    assertThat(AddCheckpoint.parse(first).proof()).isEmpty();
    assertThat(AddCheckpoint.parse(first).format()).isEqualTo(first);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = BAD_REQUESTS)
  void with_the_defect_in_its_name_is_refused(String name, String words) {
    assertThatThrownBy(() -> AddCheckpoint.parse(sample("bad/" + name + ".add-checkpoint")))
        .isInstanceOf(MalformedException.class)
        .hasMessageContaining(words);
  }

  @Test
  void every_bad_sample_is_tried() {
    Set<String> tried =
        BAD_REQUESTS
            .lines()
            .map(line -> line.split("\\|", -1)[0].strip() + ".add-checkpoint")
            .collect(Collectors.toSet());

    assertThat(Samples.names(getClass(), "bad")).isEqualTo(tried);
  }

  @Test
  void is_never_made_with_what_could_not_be_read() {
    AddCheckpoint good = AddCheckpoint.parse(sample);
    List<Hash> tooLong = Stream.generate(() -> good.treeHead().root()).limit(64).toList();

    assertThatThrownBy(() -> new AddCheckpoint(-1, good.proof(), good.checkpoint()))
        .isInstanceOf(MalformedException.class);
    assertThatThrownBy(() -> new AddCheckpoint(5, tooLong, good.checkpoint()))
        .isInstanceOf(MalformedException.class);
  }

  private static String sample(String name) {
    return StrictUtf8.decode(Samples.read(AddCheckpointTest.class, name));
  }
}
