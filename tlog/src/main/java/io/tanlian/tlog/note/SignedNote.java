package io.tanlian.tlog.note;

import io.tanlian.tlog.MalformedException;
import io.tanlian.tlog.Verdict;
import io.tanlian.tlog.encoding.StrictUtf8;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * A text with signatures (C2SP signed-note). Until {@link #verify} holds, the text is anybody's.
 *
 * @param text ends in a newline, which the signatures cover; the blank line before the signatures
 *     is not part of it
 * @param signatures at least one, in the order of their lines
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
  public static final int NOTE_CHARS_MAX = 1_000_000;
  public static final int SIGNATURES_MAX = 100;

  private static final String BLANK_LINE = "\n\n";

  public SignedNote {
    requireText(text);
    requireCount(signatures.size());
    signatures = List.copyOf(signatures);
  }

  /** Signs a text, which must end in a newline. */
  public static SignedNote sign(String text, NoteSigner signer) {
    requireText(text);
    return new SignedNote(text, List.of(signer.sign(text)));
  }

  /**
   * Reads a note; what comes out formats to exactly what came in. The signatures are not checked.
   *
   * @throws MalformedException if the text is not a note
   */
  public static SignedNote parse(String note) {
    if (note.length() > NOTE_CHARS_MAX) {
      throw new MalformedException(
          "a note has at most %d characters, not %d".formatted(NOTE_CHARS_MAX, note.length()));
    }
    int blankLine = note.lastIndexOf(BLANK_LINE);
    if (blankLine < 0) {
      throw new MalformedException("a note has a blank line between its text and its signatures");
    }
    String block = note.substring(blankLine + BLANK_LINE.length());
    if (!block.endsWith("\n")) {
      throw new MalformedException("a note has signature lines, each ending in a newline");
    }
    String[] lines = block.substring(0, block.length() - 1).split("\n", -1);
    requireCount(lines.length);
    List<NoteSignature> signatures = Stream.of(lines).map(NoteSignature::parse).toList();
    return new SignedNote(note.substring(0, blankLine + 1), signatures);
  }

  /** The note as text. */
  public String format() {
    StringBuilder note = new StringBuilder(text).append('\n');
    signatures.forEach(signature -> note.append(signature.format()).append('\n'));
    return note.toString();
  }

  /** The note with one more signature line, such as a witness's. */
  public SignedNote with(NoteSignature signature) {
    return new SignedNote(text, Stream.concat(signatures.stream(), Stream.of(signature)).toList());
  }

  /**
   * Whether a known key signed the text. Lines by other keys are ignored, even if they share a name
   * or a key ID with a known one; a wrong signature by a known key condemns the note.
   */
  public Verdict verify(Collection<VerifierKey> knownKeys) {
    boolean signed = false;
    for (NoteSignature line : signatures) {
      for (VerifierKey key : knownKeys) {
        if (key.isNamedBy(line)) {
          if (!key.verifies(text, line.signature())) {
            return new Verdict.Fails("the signature by " + key.name() + " does not verify");
          }
          signed = true;
        }
      }
    }
    return signed ? new Verdict.Holds() : new Verdict.Fails("no signature is by a known key");
  }

  private static void requireCount(int signatures) {
    if (signatures < 1 || signatures > SIGNATURES_MAX) {
      throw new MalformedException(
          "a note has 1 to " + SIGNATURES_MAX + " signatures, not " + signatures);
    }
  }

  private static void requireText(String text) {
    if (!text.endsWith("\n")) {
      throw new MalformedException("the text of a note ends in a newline");
    }
    if (text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
      throw new MalformedException("a note must not hold control characters other than newline");
    }
    StrictUtf8.encode(text);
  }
}
