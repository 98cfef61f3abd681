package io.tanlian.ledger.storage;

import io.tanlian.tlog.MalformedException;
import io.tanlian.tlog.encoding.StrictUtf8;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Metadata as the entry's own bytes hold it: u16 count, then each key and value after its u16
 * length.
 */
final class MetadataColumn {
  private MetadataColumn() {}

  static byte[] encode(SortedMap<String, String> metadata) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeShort(metadata.size());
      for (Map.Entry<String, String> pair : metadata.entrySet()) {
        writeText(out, pair.getKey());
        writeText(out, pair.getValue());
      }
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory cannot fail", e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads what {@link #encode} writes, and nothing else.
   *
   * @throws MalformedException if the bytes are not the one encoding of a set of pairs
   */
  static SortedMap<String, String> decode(byte[] bytes) {
    SortedMap<String, String> metadata = new TreeMap<>(StrictUtf8.BYTE_ORDER);
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    try {
      for (int pairs = Short.toUnsignedInt(rest.getShort()); pairs > 0; pairs--) {
        metadata.put(readText(rest), readText(rest));
      }
    } catch (BufferUnderflowException e) {
      throw new MalformedException("metadata ends too early", e);
    }
    if (!Arrays.equals(bytes, encode(metadata))) {
      throw new MalformedException("metadata is not in canonical form");
    }
    return metadata;
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] utf8 = StrictUtf8.encode(text);
    out.writeShort(utf8.length);
    out.write(utf8);
  }

  private static String readText(ByteBuffer rest) {
    byte[] utf8 = new byte[Short.toUnsignedInt(rest.getShort())];
    rest.get(utf8);
    return StrictUtf8.decode(utf8);
  }
}
