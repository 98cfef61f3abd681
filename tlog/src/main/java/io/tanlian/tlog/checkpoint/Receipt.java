package io.tanlian.tlog.checkpoint;

import io.tanlian.tlog.Hash;
import io.tanlian.tlog.MalformedException;
import io.tanlian.tlog.ProofVerifier;
import io.tanlian.tlog.Verdict;
import io.tanlian.tlog.note.SignedNote;
import io.tanlian.tlog.note.VerifierKey;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The proof that a log holds an entry, in one file that can be checked offline and for ever (C2SP
 * tlog-proof, version 1).
 *
 * @param extra bytes for the application, none if empty; no signature covers them
 * @param index position of the entry in the log
 * @param path hashes from the leaf's sibling up to a child of the root
 * @param checkpoint the signed tree head the path leads to
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, and compared by content
public record Receipt(byte[] extra, long index, List<Hash> path, SignedNote checkpoint) {
  public static final int EXTRA_BYTES_MAX = 65_535;

  public Receipt {
    if (extra.length > EXTRA_BYTES_MAX) {
      throw new MalformedException(
          "receipt extra has at most %d bytes, not %d".formatted(EXTRA_BYTES_MAX, extra.length));
    }
    if (path.size() > ProofVerifier.PROOF_HASHES_MAX) {
      throw new MalformedException(
          "a receipt has at most %d hashes, not %d"
              .formatted(ProofVerifier.PROOF_HASHES_MAX, path.size()));
    }
    long size = Checkpoint.parse(checkpoint.text()).size();
    if (index < 0 || index >= size) {
      throw new MalformedException(
          "receipt index %d is not in a tree of size %d".formatted(index, size));
    }
    extra = extra.clone();
    path = List.copyOf(path);
  }

  /**
   * Reads a receipt; what comes out formats to exactly what came in. Nothing is verified.
   *
   * @throws MalformedException if the text is not a receipt
   */
  public static Receipt parse(String text) {
    return ReceiptFormat.parse(text);
  }

  /** The receipt as text, by custom kept in a file {@code *.tlog-proof}. */
  public String format() {
    return ReceiptFormat.format(this);
  }

  /** The tree head that the checkpoint states. */
  public Checkpoint treeHead() {
    return Checkpoint.parse(checkpoint.text());
  }

  /**
   * Whether the log with this key committed to this leaf at {@link #index}. What witnesses say of
   * the checkpoint is in {@link Cosignature#verify}.
   *
   * @param leafHash the hash of the entry's bytes, computed by the caller
   * @param log the key the caller pinned for the log; its name is the origin the checkpoint must
   *     have
   */
  public Verdict verify(Hash leafHash, VerifierKey log) {
    Verdict signed = Checkpoint.verify(checkpoint, log);
    if (!signed.holds()) {
      return signed;
    }
    Checkpoint head = treeHead();
    return ProofVerifier.inclusion(index, head.size(), leafHash, path, head.root());
  }

  @Override
  public byte[] extra() {
    return extra.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Receipt that
        && Arrays.equals(extra, that.extra)
        && index == that.index
        && path.equals(that.path)
        && checkpoint.equals(that.checkpoint);
  }

  @Override
  public int hashCode() {
    return Objects.hash(Arrays.hashCode(extra), index, path, checkpoint);
  }

  @Override
  public String toString() {
    return "Receipt[index %d, %d hashes, checkpoint %s]".formatted(index, path.size(), treeHead());
  }
}
