package io.tanlian.tlog;

import io.tanlian.tlog.encoding.StrictDecimal;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The {@code <N>[.p/<W>]} of a tile path: groups of three digits, all but the last with a leading
 * x.
 */
record TileIndex(long index, int width) {
  private static final int GROUPS_MAX = 6;
  private static final int GROUP_SIZE = 1_000;

  /** {@code tile}, level, groups, width. */
  static final int PARTS_MAX = 2 + GROUPS_MAX + 1;

  /** The greatest index that six groups of digits spell. */
  static final long INDEX_MAX = 999_999_999_999_999_999L;

  private static final String PARTIAL = ".p";
  private static final Pattern LAST_GROUP = Pattern.compile("[0-9]{3}");
  private static final Pattern GROUP = Pattern.compile("x[0-9]{3}");

  static TileIndex parse(List<String> parts) {
    boolean partial = parts.size() > 1 && parts.get(parts.size() - 2).endsWith(PARTIAL);
    int width = partial ? partialWidth(parts.getLast()) : TilePath.FULL_WIDTH;
    List<String> groups = partial ? parts.subList(0, parts.size() - 1) : parts;
    if (groups.size() > GROUPS_MAX) {
      throw new MalformedException("a tile index has at most " + GROUPS_MAX + " groups of digits");
    }
    String last = groups.getLast();
    TileIndex read =
        new TileIndex(
            index(
                groups.subList(0, groups.size() - 1),
                partial ? last.substring(0, last.length() - PARTIAL.length()) : last),
            width);
    if (!read.format().equals(String.join("/", parts))) {
      throw new MalformedException("a tile index has no leading group of zeros");
    }
    return read;
  }

  String format() {
    StringBuilder text = new StringBuilder(threeDigits(index % GROUP_SIZE));
    for (long rest = index / GROUP_SIZE; rest > 0; rest /= GROUP_SIZE) {
      text.insert(0, "x" + threeDigits(rest % GROUP_SIZE) + "/");
    }
    return width == TilePath.FULL_WIDTH ? text.toString() : text + PARTIAL + "/" + width;
  }

  /** Not by a format string: some locales write other digits. */
  private static String threeDigits(long group) {
    return Long.toString(GROUP_SIZE + group).substring(1);
  }

  static void require(long index, int width) {
    if (index < 0 || index > INDEX_MAX) {
      throw new MalformedException("a tile index is from 0 to " + INDEX_MAX + ", not " + index);
    }
    if (width < 1 || width > TilePath.FULL_WIDTH) {
      throw new MalformedException("a tile width is from 1 to 256, not " + width);
    }
  }

  static boolean fits(long index, int width, long available) {
    return available >= width && index <= (available - width) / TilePath.FULL_WIDTH;
  }

  static int widthAt(long index, long available) {
    if (!fits(index, 1, available)) {
      throw new IllegalArgumentException("the tree does not reach tile index " + index + " yet");
    }
    return (int) Math.min(TilePath.FULL_WIDTH, available - index * TilePath.FULL_WIDTH);
  }

  private static int partialWidth(String text) {
    long width = StrictDecimal.parse(text);
    if (width < 1 || width >= TilePath.FULL_WIDTH) {
      throw new MalformedException("the width of a partial tile is from 1 to 255, not " + width);
    }
    return (int) width;
  }

  private static long index(List<String> leading, String last) {
    boolean wellFormed =
        LAST_GROUP.matcher(last).matches()
            && leading.stream().allMatch(group -> GROUP.matcher(group).matches());
    if (!wellFormed) {
      throw new MalformedException(
          "a tile index is groups of three digits, all but the last with a leading x");
    }
    long index = 0;
    for (String group : leading) {
      index = index * GROUP_SIZE + Integer.parseInt(group.substring(1));
    }
    return index * GROUP_SIZE + Integer.parseInt(last);
  }
}
