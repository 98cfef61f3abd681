package io.tanlian.exchange.serve;

/** A start that was refused; the message says what is wrong and what to do, in words. */
public final class StartRefused extends Exception {

  public StartRefused(String words) {
    super(words);
  }

  public StartRefused(String words, Throwable cause) {
    super(words, cause);
  }
}
