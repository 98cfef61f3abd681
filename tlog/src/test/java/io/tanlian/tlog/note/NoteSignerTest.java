package io.tanlian.tlog.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanlian.tlog.MalformedException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.junit.jupiter.api.Test;

class NoteSignerTest {
  /** From the documentation of Go's golang.org/x/mod/sumdb/note. */
  private static final String PETER =
      "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

  @Test
  void reads_the_private_key_that_go_writes() {
    NoteSigner signer = NoteSigner.parse(PETER);

    assertThat(signer.verifierKey().format())
        .isEqualTo("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    assertThat(signer.formatSecret()).isEqualTo(PETER);
  }

  @Test
  void a_new_key_comes_back_as_it_went() {
    NoteSigner log = NoteSigner.generate("log.example.com");
    NoteSigner witness = NoteSigner.generateWitness("witness.example.com");

    assertThat(NoteSigner.parse(log.formatSecret()).verifierKey()).isEqualTo(log.verifierKey());
    assertThat(NoteSigner.parse(witness.formatSecret()).verifierKey().type())
        .isEqualTo(KeyType.COSIGNATURE_V1);
    assertThat(NoteSigner.generate("log.example.com").formatSecret())
        .isNotEqualTo(log.formatSecret());
  }

  /** The JDK's own HKDF (RFC 5869) is the oracle. */
  @Test
  void derives_secrets_by_hkdf_sha256_of_the_seed() throws GeneralSecurityException {
    byte[] typeAndSeed = Base64.getDecoder().decode("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");
    byte[] seed = Arrays.copyOfRange(typeAndSeed, 1, typeAndSeed.length);
    byte[] expected =
        KDF.getInstance("HKDF-SHA256")
            .deriveData(
                HKDFParameterSpec.ofExtract()
                    .addIKM(seed)
                    .thenExpand("a purpose".getBytes(StandardCharsets.UTF_8), 32));

    assertThat(NoteSigner.parse(PETER).deriveSecret("a purpose")).isEqualTo(expected);
    assertThat(NoteSigner.parse(PETER).deriveSecret("another")).isNotEqualTo(expected);
  }

  @Test
  void does_not_show_its_secret() {
    assertThat(NoteSigner.parse(PETER))
        .hasToString(
            "NoteSigner[PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW]");
    assertThat(EncodedKey.parse(PETER.substring("PRIVATE+KEY+".length())).toString())
        .isEqualTo("PeterNeumann+c74f20a3");
  }

  @Test
  void a_refusal_does_not_quote_the_secret() {
    assertThatThrownBy(() -> NoteSigner.parse(PETER.replace("c74f20a3", "c74f20a4")))
        .isInstanceOf(MalformedException.class)
        .hasMessageContaining("key ID of PeterNeumann must be c74f20a3")
        .hasMessageNotContaining("AYEKFALV");
    assertThatThrownBy(() -> NoteSigner.parse(PETER + "="))
        .isInstanceOf(MalformedException.class)
        .hasMessage("text is not base64")
        .hasNoCause();
    assertThatThrownBy(() -> NoteSigner.parse(PETER.substring(1)))
        .hasMessage("a private key begins with PRIVATE+KEY+");
  }

  @Test
  void the_key_of_a_log_does_not_cosign_nor_that_of_a_witness_sign() {
    NoteSigner log = NoteSigner.generate("log.example.com");
    NoteSigner witness = NoteSigner.generateWitness("witness.example.com");

    assertThatThrownBy(() -> log.cosign("text\n", Instant.EPOCH))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("key log.example.com is of type ED25519, this needs COSIGNATURE_V1");
    assertThatThrownBy(() -> witness.sign("text\n")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> witness.cosign("text\n", Instant.ofEpochSecond(-1)))
        .hasMessageContaining("time must not be before 1970");
  }
}
