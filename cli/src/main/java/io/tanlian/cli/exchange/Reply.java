package io.tanlian.cli.exchange;

import java.util.function.Function;

/** What came back from an exchange: what was asked for, its refusal, or nothing of use. */
public sealed interface Reply<T> {

  /** The exchange answered. */
  record Received<T>(T value) implements Reply<T> {}

  /** The exchange answered that it will not. */
  record Refused<T>(Refusal refusal) implements Reply<T> {}

  /**
   * There is no usable answer; whether the exchange acted on the request is not known.
   *
   * @param why what happened and what to do about it, in plain English
   */
  record Failed<T>(String why) implements Reply<T> {}

  /** The reply to a further step if this one was received, else this reply. */
  default <R> Reply<R> then(Function<? super T, Reply<R>> next) {
    return switch (this) {
      case Received<T>(T value) -> next.apply(value);
      case Refused<T>(Refusal refusal) -> new Refused<>(refusal);
      case Failed<T>(String why) -> new Failed<>(why);
    };
  }
}
