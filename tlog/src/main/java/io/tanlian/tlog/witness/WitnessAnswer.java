package io.tanlian.tlog.witness;

import io.tanlian.tlog.ProofVerifier;
import io.tanlian.tlog.Verdict;
import io.tanlian.tlog.checkpoint.Checkpoint;

/** What a witness answers to {@link AddCheckpoint} (C2SP tlog-witness). */
public sealed interface WitnessAnswer {
  /** The media type of the body of a {@link Conflict}: the size in decimal, and a newline. */
  String SIZE_TYPE = "text/x.tlog.size";

  /** The status of the answer over HTTP. */
  int status();

  /**
   * The checkpoint continues all that the witness cosigned before. It is to be remembered on disk
   * first, and signed then.
   */
  record Cosign(Checkpoint checkpoint) implements WitnessAnswer {
    @Override
    public int status() {
      return 200;
    }
  }

  /** The request, or what it asks, contradicts itself. */
  record Malformed(String reason) implements WitnessAnswer {
    @Override
    public int status() {
      return 400;
    }
  }

  /**
   * None of the keys known for the log signed the checkpoint, or one of them did not do so well.
   */
  record NotSigned(String reason) implements WitnessAnswer {
    @Override
    public int status() {
      return 403;
    }
  }

  /** The witness was not told of a log with this origin. */
  record UnknownOrigin(String origin) implements WitnessAnswer {
    @Override
    public int status() {
      return 404;
    }
  }

  /**
   * The proof does not start where the witness is.
   *
   * @param size of the checkpoint it cosigned last
   */
  record Conflict(long size) implements WitnessAnswer {
    @Override
    public int status() {
      return 409;
    }
  }

  /** The checkpoint was signed, and is not proved to continue the one cosigned last. */
  record Inconsistent(String reason) implements WitnessAnswer {
    @Override
    public int status() {
      return 422;
    }
  }

  /**
   * Decides in the order of the standard.
   *
   * @param log the one that has the request's origin
   * @param last what the witness cosigned of it last; the caller lets no other request come between
   *     reading it and replacing it
   */
  static WitnessAnswer decide(KnownLog log, CosignedHead last, AddCheckpoint request) {
    Checkpoint head = request.treeHead();
    if (!head.origin().equals(log.origin())) {
      return new UnknownOrigin(head.origin());
    }
    if (request.checkpoint().verify(log.keys()) instanceof Verdict.Fails(String reason)) {
      return new NotSigned(reason);
    }
    if (request.oldSize() > head.size()) {
      return new Malformed(
          "old size %d is above the checkpoint's size %d"
              .formatted(request.oldSize(), head.size()));
    }
    if (request.oldSize() != last.size()) {
      return new Conflict(last.size());
    }
    return switch (ProofVerifier.consistency(
        last.size(), head.size(), last.root(), head.root(), request.proof())) {
      case Verdict.Fails(String reason) -> new Inconsistent(reason);
      case Verdict.Holds() -> new Cosign(head);
    };
  }
}
