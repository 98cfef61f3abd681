package io.tanlian.verifier.audit;

import java.util.OptionalLong;

/** What the log answered to a request for bytes. A log that cannot be reached does not answer. */
public sealed interface Answer {

  /** The bytes it has for that path. */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Served(byte[] bytes) implements Answer {}

  /** It says that there is nothing at that path. */
  record Missing() implements Answer {}

  /**
   * It says that its own store is damaged (problem code {@code ledger.corrupt}).
   *
   * @param index the damaged entry, if it names one
   * @param detail its own words
   */
  record Corrupt(OptionalLong index, String detail) implements Answer {}
}
