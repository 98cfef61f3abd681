package io.tanlian.verifier.audit;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * As many whole entries as a bundle's bytes hold. Unlike {@link io.tanlian.tlog.EntryBundle} it
 * reads damaged bundles, so that the damage can be found.
 *
 * @param entries the first ones, at most as many as asked for
 * @param bytesUsed how many bytes of the bundle they take
 */
record BundledEntries(List<byte[]> entries, int bytesUsed) {

  static BundledEntries read(byte[] bundle, int entriesMax) {
    ByteBuffer rest = ByteBuffer.wrap(bundle);
    List<byte[]> entries = new ArrayList<>(entriesMax);
    int bytesUsed = 0;
    while (entries.size() < entriesMax && rest.remaining() >= Short.BYTES) {
      int length = Short.toUnsignedInt(rest.getShort());
      if (rest.remaining() < length) {
        break;
      }
      byte[] entry = new byte[length];
      rest.get(entry);
      entries.add(entry);
      bytesUsed = rest.position();
    }
    return new BundledEntries(List.copyOf(entries), bytesUsed);
  }
}
