package io.tanlian.ledger.storage;

import io.tanlian.ledger.NewEntry;
import io.tanlian.tlog.Hash;
import io.tanlian.tlog.encoding.StrictUtf8;
import java.util.List;
import java.util.UUID;

/**
 * The columns of the rows that one entry makes, ready to be sent once its position is known.
 *
 * @param bytes the entry's canonical bytes
 * @param tags in UTF-8
 * @param attachment empty for none
 */
@SuppressWarnings("ArrayRecordComponent") // handed over between the two halves of an append only
public record EntryRows(
    UUID eventId, byte[] bytes, byte[] leafHash, List<byte[]> tags, byte[] attachment) {

  /**
   * The rows of an entry.
   *
   * @param encoded its canonical bytes, from now on this object's
   */
  public static EntryRows of(NewEntry added, byte[] encoded, Hash leafHash) {
    return new EntryRows(
        added.entry().eventId(),
        encoded,
        leafHash.bytes(),
        added.entry().tags().stream().map(StrictUtf8::encode).toList(),
        added.attachment());
  }
}
