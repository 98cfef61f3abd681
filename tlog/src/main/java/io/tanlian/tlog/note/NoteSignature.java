package io.tanlian.tlog.note;

import io.tanlian.tlog.MalformedException;
import io.tanlian.tlog.encoding.StrictBase64;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A signature line of a note: who claims to have signed, and the claim. Anyone can write one; see
 * {@link VerifierKey}.
 *
 * @param keyId four bytes, big-endian, that tell keys of one name apart
 * @param signature the bytes after the key ID; their form depends on the key's type
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, and compared by content
public record NoteSignature(String name, int keyId, byte[] signature) {
  private static final String LINE_START = "\u2014 ";

  public NoteSignature {
    KeyName.require(name);
    if (signature.length == 0) {
      throw new MalformedException("a signature line must hold bytes after the key ID");
    }
    signature = signature.clone();
  }

  /**
   * Reads {@code EM-DASH SP name SP base64(key ID || signature)}.
   *
   * @throws MalformedException if the line is not of that form
   */
  public static NoteSignature parse(String line) {
    String[] parts = line.startsWith(LINE_START) ? line.substring(2).split(" ", -1) : new String[0];
    if (parts.length != 2) {
      throw new MalformedException(
          "a signature line is EM DASH (U+2014), space, key name, space, base64");
    }
    ByteBuffer bytes = ByteBuffer.wrap(StrictBase64.decode(parts[1]));
    if (bytes.remaining() < Integer.BYTES) {
      throw new MalformedException("a signature line must begin with a key ID of four bytes");
    }
    int keyId = bytes.getInt();
    byte[] signature = new byte[bytes.remaining()];
    bytes.get(signature);
    return new NoteSignature(parts[0], keyId, signature);
  }

  /** The line that {@link #parse} reads, without its newline. */
  public String format() {
    byte[] bytes =
        ByteBuffer.allocate(Integer.BYTES + signature.length).putInt(keyId).put(signature).array();
    return LINE_START + name + " " + StrictBase64.encode(bytes);
  }

  @Override
  public byte[] signature() {
    return signature.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NoteSignature that
        && keyId == that.keyId
        && name.equals(that.name)
        && Arrays.equals(signature, that.signature);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, keyId, Arrays.hashCode(signature));
  }

  @Override
  public String toString() {
    return format();
  }
}
