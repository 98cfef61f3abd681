package io.tanlian.cli.witness;

import io.tanlian.tlog.note.NoteSignature;
import io.tanlian.tlog.note.NoteSigner;
import io.tanlian.tlog.witness.AddCheckpoint;
import io.tanlian.tlog.witness.CosignedHead;
import io.tanlian.tlog.witness.KnownLog;
import io.tanlian.tlog.witness.WitnessAnswer;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** One log and all that this witness knows of it. Requests are answered one after the other. */
final class WitnessedLog {
  private final ReentrantLock lock = new ReentrantLock();
  private final KnownLog log;
  private final StateFile state;
  private final NoteSigner witness;
  private final InstantSource clock;
  private CosignedHead last;

  WitnessedLog(KnownLog log, StateFile state, NoteSigner witness, InstantSource clock) {
    this.log = log;
    this.state = state;
    this.witness = witness;
    this.clock = clock;
    this.last = state.read();
  }

  /**
   * What the witness says.
   *
   * @param cosignature there if, and only if, the answer is to cosign
   */
  record Said(WitnessAnswer answer, Optional<NoteSignature> cosignature) {}

  /**
   * Decides, remembers, and signs, in this order: a witness that was killed after it signed must
   * still know what it signed.
   *
   * @throws IOException if the checkpoint could not be remembered; then nothing was signed
   */
  Said answer(AddCheckpoint request) throws IOException {
    lock.lock();
    try {
      WitnessAnswer answer = WitnessAnswer.decide(log, last, request);
      if (!(answer instanceof WitnessAnswer.Cosign(var checkpoint))) {
        return new Said(answer, Optional.empty());
      }
      CosignedHead next = CosignedHead.of(checkpoint);
      if (!next.equals(last)) {
        state.replace(request.checkpoint());
        last = next;
      }
      return new Said(
          answer, Optional.of(witness.cosign(request.checkpoint().text(), clock.instant())));
    } finally {
      lock.unlock();
    }
  }
}
