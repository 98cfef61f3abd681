package io.tanlian.tlog.witness;

import io.tanlian.tlog.Hash;
import io.tanlian.tlog.MalformedException;
import io.tanlian.tlog.ProofVerifier;
import io.tanlian.tlog.checkpoint.Checkpoint;
import io.tanlian.tlog.encoding.StrictDecimal;
import io.tanlian.tlog.note.SignedNote;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a log sends to a witness: its new checkpoint, and the proof that it continues the one the
 * witness cosigned last (C2SP tlog-witness, {@code add-checkpoint}). Nothing in it is verified.
 *
 * @param oldSize tree size of the checkpoint the witness cosigned last, 0 if none
 * @param proof RFC 6962 consistency proof from the old size to the checkpoint's
 * @param checkpoint as the log signed it; its text reads as a checkpoint
 */
public record AddCheckpoint(long oldSize, List<Hash> proof, SignedNote checkpoint) {
  /** Below a witness's submission prefix. */
  public static final String PATH = "/add-checkpoint";

  private static final String OLD = "old ";
  private static final String BLANK_LINE = "\n\n";

  public AddCheckpoint {
    if (oldSize < 0) {
      throw new MalformedException("an old size must not be negative: " + oldSize);
    }
    if (proof.size() > ProofVerifier.PROOF_HASHES_MAX) {
      throw new MalformedException(
          "a request has at most %d hashes, not %d"
              .formatted(ProofVerifier.PROOF_HASHES_MAX, proof.size()));
    }
    field("checkpoint", checkpoint.text(), Checkpoint::parse);
    proof = List.copyOf(proof);
  }

  /**
   * Reads the body of a request; what comes out formats to exactly what came in.
   *
   * @throws MalformedException if it is not of the form the standard gives
   */
  public static AddCheckpoint parse(String body) {
    int blankLine = body.indexOf(BLANK_LINE);
    if (blankLine < 0) {
      throw new MalformedException("a request has a blank line before its checkpoint");
    }
    List<String> lines =
        List.of(body.substring(0, blankLine).split("\n", ProofVerifier.PROOF_HASHES_MAX + 2));
    if (!lines.getFirst().startsWith(OLD)) {
      throw new MalformedException("the first line of a request is " + OLD + "<size>");
    }
    return new AddCheckpoint(
        field("old size", lines.getFirst().substring(OLD.length()), StrictDecimal::parse),
        lines.stream().skip(1).map(line -> field("hash", line, Hash::parse)).toList(),
        field("checkpoint", body.substring(blankLine + BLANK_LINE.length()), SignedNote::parse));
  }

  /** The body of the request. */
  public String format() {
    String head =
        String.join(
            "\n",
            Stream.concat(Stream.of(OLD + oldSize), proof.stream().map(Hash::base64)).toList());
    return head + BLANK_LINE + checkpoint.format();
  }

  /** The tree head that the log asks a cosignature for. */
  public Checkpoint treeHead() {
    return Checkpoint.parse(checkpoint.text());
  }

  private static <T> T field(String name, String text, Function<String, T> reading) {
    try {
      return reading.apply(text);
    } catch (MalformedException e) {
      throw new MalformedException("request " + name + ": " + e.getMessage(), e);
    }
  }
}
