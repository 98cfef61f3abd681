package io.tanlian.exchange.problem;

/** A query would miss what was published last; asking again later helps. */
public final class LagException extends RuntimeException {
  public LagException(String words) {
    super(words);
  }
}
