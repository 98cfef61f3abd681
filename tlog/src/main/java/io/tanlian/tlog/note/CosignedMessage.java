package io.tanlian.tlog.note;

import io.tanlian.tlog.encoding.StrictUtf8;

/**
 * What a witness signs: two lines that keep it apart from a note, then the text of the checkpoint.
 */
final class CosignedMessage {
  private CosignedMessage() {}

  static byte[] of(long unixSeconds, String text) {
    return StrictUtf8.encode("cosignature/v1\ntime " + unixSeconds + "\n" + text);
  }
}
