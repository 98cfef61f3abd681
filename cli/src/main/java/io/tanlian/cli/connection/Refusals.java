package io.tanlian.cli.connection;

import io.tanlian.cli.exchange.Refusal;
import io.tanlian.cli.exchange.Reply;
import io.tanlian.cli.terminal.CannotRunException;
import io.tanlian.cli.terminal.ExitCode;
import io.tanlian.cli.terminal.Printer;
import java.util.function.ToIntFunction;
import tools.jackson.databind.node.ObjectNode;

/** Says what an exchange answered when it was not what was asked for. */
public final class Refusals {
  private static final int NOT_FOUND = 404;
  private static final int UNAUTHORIZED = 401;

  private Refusals() {}

  /**
   * Shows a reply; returns the exit code.
   *
   * @param show shows what was received and returns the exit code for that
   * @throws CannotRunException if there was no usable answer
   */
  public static <T> int show(Reply<T> reply, Printer printer, ToIntFunction<T> show) {
    return switch (reply) {
      case Reply.Received<T>(T value) -> show.applyAsInt(value);
      case Reply.Refused<T>(Refusal refusal) -> {
        lines(refusal, printer);
        printer.document(() -> json(refusal));
        yield ExitCode.REFUSED;
      }
      case Reply.Failed<T>(String why) -> throw new CannotRunException(why);
    };
  }

  /** The refusal in words. */
  public static void lines(Refusal refusal, Printer printer) {
    printer.line(Printer.Tone.BAD, headline(refusal));
    printer.problems(refusal.problems());
  }

  /** The refusal for programs. */
  public static ObjectNode json(Refusal refusal) {
    ObjectNode result =
        Printer.outcome("refused")
            .put("status", refusal.status())
            .put("code", refusal.code())
            .put("detail", refusal.detail());
    refusal.problems().forEach(problem -> result.withArray("problems").add(Printer.json(problem)));
    return result;
  }

  private static String headline(Refusal refusal) {
    String no =
        switch (refusal.status()) {
          case NOT_FOUND -> "Not found:";
          case UNAUTHORIZED -> "Not signed in:";
          default -> "Refused:";
        };
    if (repeatsFirst(refusal)) {
      return no;
    }
    String code = refusal.code().isEmpty() ? "" : " [" + refusal.code() + "]";
    return no + " " + refusal.detail() + code;
  }

  /** An exchange's summary may be no more than its first problem, which is shown in full anyway. */
  private static boolean repeatsFirst(Refusal refusal) {
    return refusal.problems().stream()
        .findFirst()
        .map(first -> first.detail() + " " + first.remedy())
        .filter(refusal.detail()::equals)
        .isPresent();
  }
}
