package io.tanlian.ledger.forward;

import io.tanlian.ledger.AppendOutcome;
import io.tanlian.tlog.MalformedException;
import io.tanlian.tlog.checkpoint.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What the leader says of an append, format 1: {@code u8 format = 1 | u8 kind}, and then by kind
 *
 * <pre>
 * 1 appended     i64 first index | i64 tree size | u16 count, receipts as text
 * 2 conflict     i64 index
 * 3 duplicate    16 bytes event id | i64 index
 * 4 busy         i64 milliseconds
 * 5 refused      text
 * 6 failed       text
 * 7 not leading
 * </pre>
 *
 * Integers are big-endian; a text is a u32 length and as many bytes of UTF-8.
 */
public final class OutcomeMessage {
  /** Bytes of a message: 256 receipts of the longest entries' headers fit. */
  public static final int BYTES_MAX = 33_554_432;

  static final int FORMAT = 1;
  private static final int APPENDED = 1;
  private static final int CONFLICT = 2;
  private static final int DUPLICATE = 3;
  private static final int BUSY = 4;
  private static final int REFUSED = 5;
  private static final int FAILED = 6;
  private static final int NOT_LEADING = 7;

  private OutcomeMessage() {}

  public static byte[] encode(AppendOutcome outcome) {
    WireWriter out = new WireWriter().u8(FORMAT);
    switch (outcome) {
      case AppendOutcome.Appended(long first, long treeSize, List<Receipt> receipts) -> {
        out.u8(APPENDED).i64(first).i64(treeSize).u16(receipts.size());
        receipts.forEach(receipt -> out.text(receipt.format()));
      }
      case AppendOutcome.Conflict(long index) -> out.u8(CONFLICT).i64(index);
      case AppendOutcome.Duplicate(UUID id, long index) ->
          out.u8(DUPLICATE)
              .i64(id.getMostSignificantBits())
              .i64(id.getLeastSignificantBits())
              .i64(index);
      case AppendOutcome.Busy(long retryAfterMs) -> out.u8(BUSY).i64(retryAfterMs);
      case AppendOutcome.Refused(String reason) -> out.u8(REFUSED).text(reason);
      case AppendOutcome.Failed(String cause) -> out.u8(FAILED).text(cause);
      case AppendOutcome.NotLeading() -> out.u8(NOT_LEADING);
    }
    return out.toBytes();
  }

  /**
   * The outcome that these bytes say.
   *
   * @throws MalformedException if they are not the encoding of one
   */
  public static AppendOutcome decode(byte[] bytes) {
    if (bytes.length > BYTES_MAX) {
      throw new MalformedException(
          "an outcome has at most %d bytes, not %d".formatted(BYTES_MAX, bytes.length));
    }
    WireReader in = new WireReader(bytes);
    int format = in.u8("format");
    if (format != FORMAT) {
      throw new MalformedException("the format of an outcome must be 1, not " + format);
    }
    AppendOutcome outcome = outcome(in);
    in.requireEnd();
    return outcome;
  }

  private static AppendOutcome outcome(WireReader in) {
    int kind = in.u8("kind");
    return switch (kind) {
      case APPENDED ->
          new AppendOutcome.Appended(
              natural(in, "first index"), natural(in, "tree size"), receipts(in));
      case CONFLICT -> new AppendOutcome.Conflict(natural(in, "index"));
      case DUPLICATE ->
          new AppendOutcome.Duplicate(
              new UUID(in.i64("event id"), in.i64("event id")), natural(in, "index"));
      case BUSY -> new AppendOutcome.Busy(natural(in, "milliseconds"));
      case REFUSED -> new AppendOutcome.Refused(in.text("reason"));
      case FAILED -> new AppendOutcome.Failed(in.text("cause"));
      case NOT_LEADING -> new AppendOutcome.NotLeading();
      default -> throw new MalformedException("there is no outcome of kind " + kind);
    };
  }

  private static long natural(WireReader in, String field) {
    long value = in.i64(field);
    if (value < 0) {
      throw new MalformedException("%s must not be negative: %d".formatted(field, value));
    }
    return value;
  }

  private static List<Receipt> receipts(WireReader in) {
    List<Receipt> receipts = new ArrayList<>();
    int count = in.u16("receipt count");
    for (int i = 0; i < count; i++) {
      receipts.add(Receipt.parse(in.text("receipt")));
    }
    return receipts;
  }
}
