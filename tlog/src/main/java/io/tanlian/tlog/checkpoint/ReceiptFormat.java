package io.tanlian.tlog.checkpoint;

import io.tanlian.tlog.Hash;
import io.tanlian.tlog.MalformedException;
import io.tanlian.tlog.ProofVerifier;
import io.tanlian.tlog.encoding.StrictBase64;
import io.tanlian.tlog.encoding.StrictDecimal;
import io.tanlian.tlog.note.SignedNote;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/** The lines of a receipt: header, optional extra, index, hashes, a blank line, the checkpoint. */
final class ReceiptFormat {
  static final String HEADER = "c2sp.org/tlog-proof@v1";
  static final int RECEIPT_CHARS_MAX = SignedNote.NOTE_CHARS_MAX + 100_000;

  private static final String EXTRA = "extra ";
  private static final String INDEX = "index ";
  private static final String BLANK_LINE = "\n\n";
  private static final int LINES_MAX = 3 + ProofVerifier.PROOF_HASHES_MAX;

  private ReceiptFormat() {}

  static Receipt parse(String text) {
    if (text.length() > RECEIPT_CHARS_MAX) {
      throw new MalformedException(
          "a receipt has at most %d characters, not %d"
              .formatted(RECEIPT_CHARS_MAX, text.length()));
    }
    int blankLine = text.indexOf(BLANK_LINE);
    if (blankLine < 0) {
      throw new MalformedException("a receipt has a blank line before its checkpoint");
    }
    Deque<String> lines =
        new ArrayDeque<>(Arrays.asList(text.substring(0, blankLine).split("\n", LINES_MAX + 1)));
    if (!HEADER.equals(lines.poll())) {
      throw new MalformedException("the first line of a receipt is " + HEADER);
    }
    byte[] extra = extra(lines);
    long index = index(lines);
    List<Hash> path = lines.stream().map(line -> field("hash", line, Hash::parse)).toList();
    String note = text.substring(blankLine + BLANK_LINE.length());
    return new Receipt(extra, index, path, field("checkpoint", note, SignedNote::parse));
  }

  static String format(Receipt receipt) {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    byte[] extra = receipt.extra();
    if (extra.length > 0) {
      text.append(EXTRA).append(StrictBase64.encode(extra)).append('\n');
    }
    text.append(INDEX).append(receipt.index()).append('\n');
    receipt.path().forEach(hash -> text.append(hash.base64()).append('\n'));
    return text.append('\n').append(receipt.checkpoint().format()).toString();
  }

  private static byte[] extra(Deque<String> lines) {
    String line = lines.peek();
    if (line == null || !line.startsWith(EXTRA)) {
      return new byte[0];
    }
    lines.remove();
    byte[] extra = field("extra", line.substring(EXTRA.length()), StrictBase64::decode);
    if (extra.length == 0) {
      throw new MalformedException("receipt extra must not be empty; leave the line out");
    }
    return extra;
  }

  private static long index(Deque<String> lines) {
    String line = lines.poll();
    if (line == null || !line.startsWith(INDEX)) {
      throw new MalformedException("a receipt has a line " + INDEX + "<number>");
    }
    return field("index", line.substring(INDEX.length()), StrictDecimal::parse);
  }

  private static <T> T field(String name, String text, Function<String, T> reading) {
    try {
      return reading.apply(text);
    } catch (MalformedException e) {
      throw new MalformedException("receipt " + name + ": " + e.getMessage(), e);
    }
  }
}
