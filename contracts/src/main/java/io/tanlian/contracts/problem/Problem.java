package io.tanlian.contracts.problem;

/**
 * One reason for a refusal.
 *
 * @param code the stable code
 * @param pointer the place in the document, as a JSON Pointer (RFC 6901); empty for the whole
 * @param detail what is wrong here, in plain English, with the numbers in it
 * @param remedy what the sender can do about it
 */
public record Problem(ProblemCode code, String pointer, String detail, String remedy) {
  public Problem {
    if (!pointer.isEmpty() && !pointer.startsWith("/")) {
      throw new IllegalArgumentException("not a JSON Pointer: " + pointer);
    }
  }

  /** A problem of the whole document. */
  public static Problem of(ProblemCode code, String detail, String remedy) {
    return new Problem(code, "", detail, remedy);
  }

  /** The same problem, seen from a document in which this one sits at {@code parent}. */
  public Problem under(String parent) {
    return new Problem(code, parent + pointer, detail, remedy);
  }
}
