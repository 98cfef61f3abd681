package io.tanlian.contracts.problem;

import java.util.List;
import java.util.function.Function;

/** What came of reading or deciding: a value, or the reasons why there is none. */
public sealed interface Outcome<T> {

  /** It went well. */
  record Accepted<T>(T value) implements Outcome<T> {}

  /** It was refused, for at least one reason. */
  record Refused<T>(List<Problem> problems) implements Outcome<T> {
    public Refused {
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("a refusal needs a reason");
      }
      problems = List.copyOf(problems);
    }
  }

  static <T> Outcome<T> accepted(T value) {
    return new Accepted<>(value);
  }

  static <T> Outcome<T> refused(Problem problem) {
    return new Refused<>(List.of(problem));
  }

  static <T> Outcome<T> refused(List<Problem> problems) {
    return new Refused<>(problems);
  }

  /** The outcome of the next step if this one went well, else this refusal. */
  default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
    return switch (this) {
      case Accepted<T>(T value) -> next.apply(value);
      case Refused<T>(List<Problem> problems) -> new Refused<>(problems);
    };
  }

  /** The same outcome with its value changed. */
  default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
    return then(value -> accepted(change.apply(value)));
  }

  /**
   * The same outcome with each pointer seen from a document where this one sits at {@code parent}.
   */
  default Outcome<T> under(String parent) {
    return switch (this) {
      case Accepted<T> accepted -> accepted;
      case Refused<T>(List<Problem> problems) ->
          new Refused<>(problems.stream().map(problem -> problem.under(parent)).toList());
    };
  }
}
