package io.tanlian.ledger.state;

import io.tanlian.tlog.entry.Entry;

/** How much memory an entry takes, in bytes, rather too much than too little. */
final class EntryWeight {
  private static final int ENTRY_BYTES = 350;
  private static final int TAG_BYTES = 100;
  private static final int METADATA_BYTES = 160;
  private static final int CHARACTER_BYTES = 2;

  private EntryWeight() {}

  static int bytes(Entry entry) {
    int bytes = ENTRY_BYTES + entry.payloadLength();
    for (String tag : entry.tags()) {
      bytes += TAG_BYTES + CHARACTER_BYTES * tag.length();
    }
    for (var pair : entry.metadata().entrySet()) {
      bytes += METADATA_BYTES;
      bytes += CHARACTER_BYTES * (pair.getKey().length() + pair.getValue().length());
    }
    return bytes;
  }
}
