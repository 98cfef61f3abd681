package io.tanlian.ledger.forward;

import io.tanlian.ledger.AppendCondition;
import io.tanlian.ledger.NewEntry;
import io.tanlian.tlog.MalformedException;
import io.tanlian.tlog.encoding.StrictUtf8;
import io.tanlian.tlog.entry.EntryCodec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * An append on its way to the leader, format 1. Integers are big-endian; a block is a u32 length
 * and as many bytes, a text a block of UTF-8.
 *
 * <pre>
 * u8 format = 1 | i64 after
 * | u16 count, criteria ascending by their bytes: u16 count, tags (text) ascending by unsigned bytes
 * | u16 count, entries in order: block of canonical entry bytes, block of attachment
 * </pre>
 *
 * One append has one encoding: what decodes re-encodes to the same bytes.
 *
 * @param entries one or more
 */
public record AppendMessage(List<NewEntry> entries, AppendCondition condition) {
  /** Bytes of a message. A longer append can only be made at the leader itself. */
  public static final int BYTES_MAX = 16_777_216;

  static final int FORMAT = 1;

  public AppendMessage {
    entries = List.copyOf(entries);
  }

  /**
   * The message as bytes.
   *
   * @throws IllegalArgumentException if an entry or the whole is too long for any message
   */
  public byte[] encode() {
    WireWriter out = new WireWriter().u8(FORMAT).i64(condition.after());
    out.u16(condition.criteria().size());
    condition.criteria().stream()
        .map(AppendMessage::encode)
        .sorted(Arrays::compareUnsigned)
        .forEach(out::bytes);
    out.u16(entries.size());
    long length = out.length();
    for (NewEntry added : entries) {
      byte[] entry = EntryCodec.encode(added.entry());
      byte[] attachment = added.attachment();
      length += 2L * Integer.BYTES + entry.length + attachment.length;
      if (length > BYTES_MAX) {
        throw new IllegalArgumentException(
            "an append through a node that does not lead has at most %d bytes; send fewer or smaller entries"
                .formatted(BYTES_MAX));
      }
      out.block(entry).block(attachment);
    }
    return out.toBytes();
  }

  /**
   * The append that these bytes say.
   *
   * @throws MalformedException if they are not the one encoding of an append
   */
  public static AppendMessage decode(byte[] bytes) {
    if (bytes.length > BYTES_MAX) {
      throw new MalformedException(
          "an append has at most %d bytes, not %d".formatted(BYTES_MAX, bytes.length));
    }
    WireReader in = new WireReader(bytes);
    int format = in.u8("format");
    if (format != FORMAT) {
      throw new MalformedException(
          "the format of an append must be %d, not %d; all nodes of a log run the same version"
              .formatted(FORMAT, format));
    }
    long after = in.i64("after");
    Set<Set<String>> criteria = new HashSet<>();
    int criteriaCount = in.u16("criteria count");
    for (int i = 0; i < criteriaCount; i++) {
      criteria.add(tags(in));
    }
    int entryCount = in.u16("entry count");
    List<NewEntry> entries = new ArrayList<>();
    for (int i = 0; i < entryCount; i++) {
      entries.add(new NewEntry(EntryCodec.decode(in.block("entry")), in.block("attachment")));
    }
    in.requireEnd();
    AppendMessage message = new AppendMessage(entries, condition(after, criteria));
    if (!Arrays.equals(message.encode(), bytes)) {
      throw new MalformedException(
          "criteria and tags must be ascending by their bytes and without duplicates");
    }
    return message;
  }

  private static Set<String> tags(WireReader in) {
    Set<String> tags = new LinkedHashSet<>();
    int count = in.u16("tag count");
    for (int i = 0; i < count; i++) {
      tags.add(in.text("tag"));
    }
    return tags;
  }

  private static AppendCondition condition(long after, Set<Set<String>> criteria) {
    try {
      return new AppendCondition(after, criteria);
    } catch (IllegalArgumentException e) {
      throw new MalformedException(String.valueOf(e.getMessage()), e);
    }
  }

  private static byte[] encode(Collection<String> tags) {
    WireWriter out = new WireWriter().u16(tags.size());
    tags.stream().sorted(StrictUtf8.BYTE_ORDER).forEach(out::text);
    return out.toBytes();
  }
}
