package io.tanlian.ledger;

import io.tanlian.tlog.entry.Entry;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An entry to append, with the bytes to keep beside the ledger.
 *
 * @param attachment erasable bytes that the tree does not commit to; empty for none
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, and compared by content
public record NewEntry(Entry entry, byte[] attachment) {
  private static final byte[] NO_ATTACHMENT = {};

  public NewEntry {
    attachment = attachment.clone();
  }

  /** An entry without attachment. */
  public static NewEntry of(Entry entry) {
    return new NewEntry(entry, NO_ATTACHMENT);
  }

  @Override
  public byte[] attachment() {
    return attachment.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NewEntry that
        && entry.equals(that.entry)
        && Arrays.equals(attachment, that.attachment);
  }

  @Override
  public int hashCode() {
    return Objects.hash(entry, Arrays.hashCode(attachment));
  }

  @Override
  public String toString() {
    return "NewEntry[%s, attachment of %d bytes]".formatted(entry, attachment.length);
  }
}
