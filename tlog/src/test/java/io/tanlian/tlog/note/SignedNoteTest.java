package io.tanlian.tlog.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanlian.tlog.MalformedException;
import io.tanlian.tlog.Samples;
import io.tanlian.tlog.Verdict;
import io.tanlian.tlog.encoding.StrictUtf8;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignedNoteTest {
  /** From the documentation of Go's golang.org/x/mod/sumdb/note. */
  private static final VerifierKey PETER =
      VerifierKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");

  private static final NoteSigner PETER_SIGNS =
      NoteSigner.parse(
          "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");

  private static final String TEXT =
      """
      If you think cryptography is the answer to your problem,
      then you don't know what your problem is.
      """;

  private final String sample = StrictUtf8.decode(Samples.read(getClass(), "peter-neumann.note"));

  @Test
  void verifies_the_note_that_go_signed() {
    SignedNote note = SignedNote.parse(sample);

    assertThat(note.text()).isEqualTo(TEXT);
    assertThat(note.verify(List.of(PETER))).isEqualTo(new Verdict.Holds());
    assertThat(note.format()).isEqualTo(sample);
  }

  @Test
  void signs_to_the_byte_as_go_does() {
    assertThat(SignedNote.sign(TEXT, PETER_SIGNS).format()).isEqualTo(sample);
  }

  /** From C2SP signed-note's test vectors. */
  @Test
  void verifies_the_note_of_the_specification() {
    SignedNote note =
        SignedNote.parse(
            "This is an example message.\n\n\u2014 example.com/foo"
                + " Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n");
    VerifierKey key =
        VerifierKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");

    assertThat(note.verify(Set.of(key))).isEqualTo(new Verdict.Holds());
  }

  @Test
  void ignores_lines_by_unknown_keys_even_of_a_known_name() {
    byte[] mldsa44 = new byte[8 + 2420];
    SignedNote note =
        SignedNote.parse(sample)
            .with(new NoteSignature("PeterNeumann", 0x06060606, mldsa44))
            .with(new NoteSignature("EnochRoot", PETER.keyId(), new byte[64]));

    assertThat(note.verify(List.of(PETER))).isEqualTo(new Verdict.Holds());
    assertThat(SignedNote.parse(note.format())).isEqualTo(note);
  }

  @Test
  void separates_text_and_signatures_at_the_last_blank_line() {
    String text = "one\n\n\u2014 not a signature\n\ntwo\n";
    SignedNote note = SignedNote.parse(SignedNote.sign(text, PETER_SIGNS).format());

    assertThat(note.text()).isEqualTo(text);
    assertThat(note.verify(List.of(PETER))).isEqualTo(new Verdict.Holds());
  }

  @Test
  void any_note_comes_back_as_it_went() {
    long seed = 0x2014;
    Random random = new Random(seed);
    for (int run = 0; run < 200; run++) {
      SignedNote note = SignedNote.sign(randomText(random), PETER_SIGNS);
      for (int more = random.nextInt(4); more > 0; more--) {
        byte[] signature = new byte[1 + random.nextInt(100)];
        random.nextBytes(signature);
        note = note.with(new NoteSignature("k/" + random.nextInt(9), random.nextInt(), signature));
      }

      SignedNote read = SignedNote.parse(note.format());

      assertThat(read).as("seed %d run %d", seed, run).isEqualTo(note);
      assertThat(read.format()).isEqualTo(note.format());
      assertThat(read.verify(List.of(PETER))).isEqualTo(new Verdict.Holds());
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = BAD_NOTES)
  void refuses_a_note_with_the_defect_in_its_name(String name, String words) {
    assertThat(whatIsWrongWith(Samples.read(getClass(), "bad/" + name + ".note"))).contains(words);
  }

  private static final String BAD_NOTES =
      """
      base64-url-alphabet                     | text is not base64
      base64-with-unused-bits                 | base64 is not canonical
      base64-without-padding                  | base64 is not canonical
      carriage-return                         | a note has a blank line
      carriage-return-after-the-signature     | text is not base64
      control-character-in-the-text           | control characters
      empty                                   | a note has a blank line
      en-dash-for-em-dash                     | a signature line is EM DASH
      good-and-bad-signature-by-the-same-key  | the signature by PeterNeumann does not verify
      hyphen-for-em-dash                      | a signature line is EM DASH
      key-id-cut                              | a key ID of four bytes
      key-id-of-a-known-key-with-another-name | no signature is by a known key
      key-id-without-signature                | must hold bytes after the key ID
      last-line-without-newline               | each ending in a newline
      name-of-a-known-key-with-another-key-id | no signature is by a known key
      name-with-no-break-space                | a key name must not hold spaces
      name-with-plus                          | a key name must not hold spaces
      no-blank-line                           | a note has a blank line
      no-name                                 | a signature line is EM DASH
      no-signature                            | each ending in a newline
      not-utf-8                               | not valid UTF-8
      signature-of-63-bytes                   | the signature by PeterNeumann does not verify
      signature-with-a-bit-changed            | the signature by PeterNeumann does not verify
      signatures-101                          | a note has 1 to 100 signatures, not 101
      signed-by-a-stranger-only               | no signature is by a known key
      text-changed                            | the signature by PeterNeumann does not verify
      text-with-an-added-newline              | the signature by PeterNeumann does not verify
      two-spaces-after-the-name               | a signature line is EM DASH
      """;

  @Test
  void every_bad_note_is_tested() {
    Set<String> tested =
        BAD_NOTES
            .lines()
            .map(line -> line.substring(0, line.indexOf(' ')) + ".note")
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(Samples.names(getClass(), "bad")).isEqualTo(tested);
  }

  @Test
  void refuses_a_note_longer_than_a_million_characters() {
    String text = "x".repeat(SignedNote.NOTE_CHARS_MAX) + "\n";

    assertThatThrownBy(() -> SignedNote.parse(SignedNote.sign(text, PETER_SIGNS).format()))
        .isInstanceOf(MalformedException.class)
        .hasMessageContaining("a note has at most 1000000 characters");
  }

  @Test
  void does_not_sign_what_is_not_the_text_of_a_note() {
    assertThatThrownBy(() -> SignedNote.sign("no newline", PETER_SIGNS))
        .hasMessage("the text of a note ends in a newline");
    assertThatThrownBy(() -> SignedNote.sign("a\tb\n", PETER_SIGNS))
        .hasMessageContaining("control characters");
    assertThatThrownBy(() -> SignedNote.sign("\uD83D\n", PETER_SIGNS))
        .hasMessageContaining("lone surrogate");
  }

  @Test
  void fails_after_any_character_of_the_text_changed() {
    for (int position = 0; position < TEXT.length() - 1; position++) {
      String changed = TEXT.substring(0, position) + "#" + TEXT.substring(position + 1);
      SignedNote note = new SignedNote(changed, SignedNote.parse(sample).signatures());

      assertThat(note.verify(List.of(PETER)))
          .isEqualTo(new Verdict.Fails("the signature by PeterNeumann does not verify"));
    }
  }

  private static String whatIsWrongWith(byte[] bytes) {
    try {
      return SignedNote.parse(StrictUtf8.decode(bytes)).verify(List.of(PETER)).toString();
    } catch (MalformedException refused) {
      return refused.getMessage();
    }
  }

  private static String randomText(Random random) {
    return IntStream.rangeClosed(0, random.nextInt(6))
        .mapToObj(line ->
            random
                .ints(random.nextInt(20), ' ', 0x3000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append))
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
