package io.tanlian.benchmarks.pact;

/**
 * A request and what it must be answered with, to the byte: a part of a recorded page, in a frame.
 *
 * @param path with its query
 * @param page that was recorded
 * @param from where in it the answer's own part begins
 * @param to where it ends
 * @param before length of the frame before the part
 * @param after length of the frame after it
 */
record Read(String path, Body page, int from, int to, int before, int after) {
  /** A whole page. */
  static Read of(String path, Body page) {
    return new Read(path, page, 0, page.length(), 0, 0);
  }

  /**
   * Whether the answer is right.
   *
   * @throws IllegalStateException if not
   */
  void require(Answer answer) {
    if (!answer.requireDone().body().holds(before, after, page, from, to)) {
      throw new IllegalStateException("another answer than before to " + path);
    }
  }
}
