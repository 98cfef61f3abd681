package io.tanlian.verifier.audit;

import io.tanlian.tlog.Hash;
import io.tanlian.tlog.checkpoint.Checkpoint;
import io.tanlian.tlog.checkpoint.Cosignature;
import java.util.List;
import java.util.Optional;

/** What looking at the log alone found, before anything in it is read. */
sealed interface LogVerdict {

  /**
   * Every byte is what the log signed, now and in the run before.
   *
   * @param previous the checkpoint of the run before
   * @param consistency RFC 9162 proof from the previous size to this one; empty without a previous
   *     run
   * @param cosignatures of the witnesses asked for
   */
  record Intact(
      Checkpoint head,
      Optional<Checkpoint> previous,
      List<Hash> consistency,
      RebuiltTree tree,
      List<Cosignature.Given> cosignatures)
      implements LogVerdict {}

  /**
   * The history is not what was signed.
   *
   * @param head the signed checkpoint, empty if that is what is wrong
   */
  record Tampered(
      Optional<Checkpoint> head, Optional<Checkpoint> previous, List<Tampering> tampering)
      implements LogVerdict {}
}
