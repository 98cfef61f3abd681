package io.tanlian.tlog.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanlian.tlog.Hash;
import io.tanlian.tlog.MalformedException;
import io.tanlian.tlog.MerkleTree;
import io.tanlian.tlog.Samples;
import io.tanlian.tlog.Verdict;
import io.tanlian.tlog.encoding.StrictUtf8;
import io.tanlian.tlog.note.NoteSigner;
import io.tanlian.tlog.note.SignedNote;
import io.tanlian.tlog.note.VerifierKey;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
  private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";

  /** A checkpoint that a log of the public witness network published in May 2026. */
  private final SignedNote arche =
      SignedNote.parse(StrictUtf8.decode(Samples.read(getClass(), "arche2025h1.checkpoint")));

  private static final VerifierKey ARCHE =
      VerifierKey.parse(
          "arche2025h1.staging.ct.transparency.dev+ba2f06c0+AU0vHmlGCS/PdN8b2OaGmKprLI8HKM+dJ472xgFYh15f");

  /** The example of C2SP tlog-checkpoint. */
  @Test
  void is_a_line_each_for_origin_size_and_root() {
    String text = "example.com/behind-the-sofa\n20852163\n" + ROOT + "\n";

    Checkpoint checkpoint = Checkpoint.parse(text);

    assertThat(checkpoint)
        .isEqualTo(Checkpoint.of("example.com/behind-the-sofa", 20_852_163, Hash.parse(ROOT)));
    assertThat(checkpoint.format()).isEqualTo(text);
  }

  @Test
  void may_have_extension_lines() {
    String text = "o\n1\n" + ROOT + "\nfirst\nsecond line\n";

    Checkpoint checkpoint = Checkpoint.parse(text);

    assertThat(checkpoint.extensions()).containsExactly("first", "second line");
    assertThat(checkpoint.format()).isEqualTo(text);
  }

  @Test
  void of_a_public_log_verifies_under_its_key() {
    Checkpoint checkpoint = Checkpoint.parse(arche.text());

    assertThat(checkpoint.size()).isEqualTo(1_432_088_532);
    assertThat(Checkpoint.verify(arche, ARCHE)).isEqualTo(new Verdict.Holds());
  }

  @Test
  void of_an_empty_tree_has_the_hash_of_no_bytes() {
    Checkpoint empty = Checkpoint.of("o", 0, MerkleTree.EMPTY_ROOT);

    assertThat(Checkpoint.parse(empty.format())).isEqualTo(empty);
    assertThatThrownBy(() -> Checkpoint.parse("o\n0\n" + ROOT + "\n"))
        .hasMessage("the root of a tree of size 0 is the hash of no bytes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "o\n1\n",
        "o\n1\n" + ROOT,
        "\n1\n" + ROOT + "\n",
        "o\n\n" + ROOT + "\n",
        "o\n01\n" + ROOT + "\n",
        "o\n+1\n" + ROOT + "\n",
        "o\n-1\n" + ROOT + "\n",
        "o\n 1\n" + ROOT + "\n",
        "o\n1.0\n" + ROOT + "\n",
        "o\n\u0661\n" + ROOT + "\n",
        "o\n9223372036854775808\n" + ROOT + "\n",
        "o\n00000000000000000001\n" + ROOT + "\n",
        "o\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I\n",
        "o\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n",
        "o\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxqw==\n",
        "o\n1\n0ac5186a91863e8e1d90c808014aa89bf5da8e3ee1d9f07630f0378f68f1ab62\n",
        "o\n1\n" + ROOT + "\n\n",
        "o\n1\n" + ROOT + "\n\nextension\n",
        "o\r\n1\r\n" + ROOT + "\r\n"
      })
  void is_refused_in_any_other_form(String text) {
    assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(MalformedException.class);
  }

  @Test
  void names_the_line_that_is_wrong() {
    assertThatThrownBy(() -> Checkpoint.parse("o\n01\n" + ROOT + "\n"))
        .hasMessage(
            "checkpoint size: a number is 1 to 19 ASCII digits without sign or leading zero");
    assertThatThrownBy(() -> Checkpoint.parse("o\n1\nAA==\n"))
        .hasMessage("checkpoint root: a hash has 32 bytes, not 1");
  }

  @Test
  void has_limits() {
    Hash root = Hash.parse(ROOT);
    assertThatThrownBy(() -> Checkpoint.of("o".repeat(256), 1, root))
        .hasMessage("an origin has at most 255 characters, not 256");
    assertThatThrownBy(() -> new Checkpoint("o", 1, root, Collections.nCopies(17, "x")))
        .hasMessage("a checkpoint has at most 16 extension lines");
    assertThatThrownBy(() -> Checkpoint.parse("o\n1\n" + ROOT + "\n" + "x\n".repeat(1_000)))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void is_signed_only_by_the_key_that_has_the_name_of_the_log() {
    Checkpoint checkpoint = Checkpoint.of("log.example.com", 1, Hash.parse(ROOT));
    NoteSigner log = NoteSigner.generate("log.example.com");

    assertThat(Checkpoint.verify(checkpoint.sign(log), log.verifierKey()))
        .isEqualTo(new Verdict.Holds());
    assertThatThrownBy(() -> checkpoint.sign(NoteSigner.generate("other.example.com")))
        .hasMessage(
            "the key of log log.example.com must have the log's name, not other.example.com");
  }

  @Test
  void says_why_it_does_not_verify() {
    NoteSigner log = NoteSigner.generate("log.example.com");
    NoteSigner impostor = NoteSigner.generate("log.example.com");
    SignedNote note = Checkpoint.of("log.example.com", 1, Hash.parse(ROOT)).sign(log);

    assertThat(Checkpoint.verify(note, impostor.verifierKey()))
        .isEqualTo(new Verdict.Fails("no signature is by a known key"));
    assertThat(Checkpoint.verify(note, ARCHE))
        .isEqualTo(
            new Verdict.Fails(
                "the checkpoint is of log log.example.com, not of arche2025h1.staging.ct.transparency.dev"));
    assertThat(Checkpoint.verify(SignedNote.sign("hello\n", log), log.verifierKey()))
        .isEqualTo(new Verdict.Fails("a checkpoint has lines for origin, size and root"));
    assertThat(
            Checkpoint.verify(
                new SignedNote(note.text().replace("\n1\n", "\n2\n"), note.signatures()),
                log.verifierKey()))
        .isEqualTo(new Verdict.Fails("the signature by log.example.com does not verify"));
  }
}
