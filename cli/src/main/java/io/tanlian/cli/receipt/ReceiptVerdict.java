package io.tanlian.cli.receipt;

import io.tanlian.contracts.statement.SignedStatement;
import io.tanlian.tlog.Hash;
import io.tanlian.tlog.MerkleTree;
import io.tanlian.tlog.Verdict;
import io.tanlian.tlog.checkpoint.Receipt;
import io.tanlian.tlog.entry.Entry;
import io.tanlian.tlog.entry.EntryCodec;
import io.tanlian.tlog.note.VerifierKey;
import java.nio.charset.StandardCharsets;

/** Whether a receipt proves that a log committed to a statement. */
public sealed interface ReceiptVerdict {

  /**
   * It does.
   *
   * @param index the entry's position on the ledger
   * @param treeSize the size of the tree whose signed head the proof leads to
   * @param leafHash the entry's leaf in that tree
   * @param entry what the ledger holds at that position
   */
  record Proved(long index, long treeSize, Hash leafHash, Entry entry) implements ReceiptVerdict {}

  /**
   * It does not: it belongs to another statement or log, or somebody changed one of them.
   *
   * @param reason what does not hold, in words
   */
  record Unproved(String reason) implements ReceiptVerdict {}

  /**
   * Verifies without asking anybody. The entry's bytes are the header in the receipt's {@code
   * extra} and the signed JWT; disclosures are not on the ledger and do not matter.
   *
   * @param receipt C2SP tlog-proof
   * @param log the key pinned for the log, whose name must be the checkpoint's origin
   */
  static ReceiptVerdict of(String receipt, SignedStatement statement, VerifierKey log) {
    try {
      Receipt proof = Receipt.parse(receipt);
      byte[] bytes =
          EntryCodec.join(proof.extra(), statement.jwt().getBytes(StandardCharsets.US_ASCII));
      Hash leafHash = MerkleTree.leafHash(bytes);
      return switch (proof.verify(leafHash, log)) {
        case Verdict.Holds() ->
            new Proved(proof.index(), proof.treeHead().size(), leafHash, EntryCodec.decode(bytes));
        case Verdict.Fails(String reason) -> new Unproved(reason);
      };
    } catch (IllegalArgumentException e) {
      return new Unproved(String.valueOf(e.getMessage()));
    }
  }
}
