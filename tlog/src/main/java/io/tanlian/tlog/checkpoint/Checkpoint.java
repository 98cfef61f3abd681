package io.tanlian.tlog.checkpoint;

import io.tanlian.tlog.Hash;
import io.tanlian.tlog.MalformedException;
import io.tanlian.tlog.MerkleTree;
import io.tanlian.tlog.Verdict;
import io.tanlian.tlog.encoding.StrictDecimal;
import io.tanlian.tlog.note.NoteSigner;
import io.tanlian.tlog.note.SignedNote;
import io.tanlian.tlog.note.VerifierKey;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The head of a log's tree (C2SP tlog-checkpoint), as the text of a note says it.
 *
 * @param origin identity of the log, also the name of its key
 * @param size number of leaves
 * @param root Merkle tree hash over them
 * @param extensions further lines, not empty, without meaning here
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {
  public static final int ORIGIN_CHARS_MAX = 255;
  public static final int EXTENSIONS_MAX = 16;

  private static final int TREE_HEAD_LINES = 3;

  public Checkpoint {
    requireLine("origin", origin);
    if (origin.length() > ORIGIN_CHARS_MAX) {
      throw new MalformedException(
          "an origin has at most %d characters, not %d"
              .formatted(ORIGIN_CHARS_MAX, origin.length()));
    }
    if (size < 0) {
      throw new MalformedException("a tree size must not be negative: " + size);
    }
    if (size == 0 && !root.equals(MerkleTree.EMPTY_ROOT)) {
      throw new MalformedException("the root of a tree of size 0 is the hash of no bytes");
    }
    if (extensions.size() > EXTENSIONS_MAX) {
      throw new MalformedException(
          "a checkpoint has at most " + EXTENSIONS_MAX + " extension lines");
    }
    extensions = List.copyOf(extensions);
    extensions.forEach(line -> requireLine("extension line", line));
  }

  public static Checkpoint of(String origin, long size, Hash root) {
    return new Checkpoint(origin, size, root, List.of());
  }

  /**
   * Reads the text of a note as a checkpoint. Whether a log signed it is another question: {@link
   * #verify}.
   *
   * @throws MalformedException if the text is not a checkpoint
   */
  public static Checkpoint parse(String text) {
    if (!text.endsWith("\n")) {
      throw new MalformedException("a checkpoint ends in a newline");
    }
    List<String> lines =
        List.of(
            text.substring(0, text.length() - 1).split("\n", TREE_HEAD_LINES + EXTENSIONS_MAX + 1));
    if (lines.size() < TREE_HEAD_LINES) {
      throw new MalformedException("a checkpoint has lines for origin, size and root");
    }
    return new Checkpoint(
        lines.get(0),
        field("size", () -> StrictDecimal.parse(lines.get(1))),
        field("root", () -> Hash.parse(lines.get(2))),
        lines.subList(TREE_HEAD_LINES, lines.size()));
  }

  /** The text of the note: a line each for origin, size, root and every extension. */
  public String format() {
    return Stream.concat(Stream.of(origin, Long.toString(size), root.base64()), extensions.stream())
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  /**
   * The checkpoint signed by its log.
   *
   * @throws IllegalArgumentException if the key's name is not the origin: our clients pin the two
   *     as one
   */
  public SignedNote sign(NoteSigner log) {
    if (!log.verifierKey().name().equals(origin)) {
      throw new IllegalArgumentException(
          "the key of log %s must have the log's name, not %s"
              .formatted(origin, log.verifierKey().name()));
    }
    return SignedNote.sign(format(), log);
  }

  /**
   * Whether this note is a checkpoint of the log with this key: its origin is the key's name, and
   * the key signed it.
   */
  public static Verdict verify(SignedNote note, VerifierKey log) {
    Checkpoint checkpoint;
    try {
      checkpoint = parse(note.text());
    } catch (MalformedException e) {
      return new Verdict.Fails(e.getMessage());
    }
    if (!checkpoint.origin.equals(log.name())) {
      return new Verdict.Fails(
          "the checkpoint is of log %s, not of %s".formatted(checkpoint.origin, log.name()));
    }
    return note.verify(List.of(log));
  }

  private static <T> T field(String name, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (MalformedException e) {
      throw new MalformedException("checkpoint " + name + ": " + e.getMessage(), e);
    }
  }

  private static void requireLine(String field, String line) {
    if (line.isEmpty() || line.chars().anyMatch(c -> c < ' ')) {
      throw new MalformedException(
          "checkpoint " + field + " must not be empty and must not hold control characters");
    }
  }
}
