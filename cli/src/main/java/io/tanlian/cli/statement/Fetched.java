package io.tanlian.cli.statement;

import io.tanlian.cli.connection.Refusals;
import io.tanlian.cli.exchange.Refusal;
import io.tanlian.cli.exchange.Reply;
import io.tanlian.cli.terminal.CannotRunException;
import io.tanlian.cli.terminal.ExitCode;
import io.tanlian.cli.terminal.Printer;
import io.tanlian.cli.terminal.Printer.Tone;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** What came of asking an exchange for something that it must prove. */
public sealed interface Fetched<T> {

  record Done<T>(T value) implements Fetched<T> {}

  /** The exchange will not hand it out. */
  record Refused<T>(Refusal refusal) implements Fetched<T> {}

  /** The exchange handed it out and cannot prove it. */
  record Unproved<T>(String words) implements Fetched<T> {}

  /**
   * The same of a reply.
   *
   * @throws CannotRunException if there was no usable answer
   */
  static <T> Fetched<T> of(Reply<T> reply) {
    return switch (reply) {
      case Reply.Received<T>(T value) -> new Done<>(value);
      case Reply.Refused<T>(Refusal refusal) -> new Refused<>(refusal);
      case Reply.Failed<T>(String why) -> throw new CannotRunException(why);
    };
  }

  default <R> Fetched<R> then(Function<? super T, Fetched<R>> next) {
    return switch (this) {
      case Done<T>(T value) -> next.apply(value);
      case Refused<T>(Refusal refusal) -> new Refused<>(refusal);
      case Unproved<T>(String words) -> new Unproved<>(words);
    };
  }

  /** Shows what came of it; returns the exit code, {@code show}'s if it was fetched. */
  default int show(Printer printer, ToIntFunction<T> show) {
    return switch (this) {
      case Done<T>(T value) -> show.applyAsInt(value);
      case Refused<T>(Refusal refusal) ->
          Refusals.show(new Reply.Refused<T>(refusal), printer, show);
      case Unproved<T>(String words) -> {
        printer.line(Tone.BAD, words);
        printer.document(() -> Printer.outcome("unproved").put("detail", words));
        yield ExitCode.TAMPERED;
      }
    };
  }
}
