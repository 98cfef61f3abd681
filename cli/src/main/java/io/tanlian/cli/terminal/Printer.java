package io.tanlian.cli.terminal;

import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.text.PlainText;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Prints a command's result, for people or for programs; one of the two stays silent. */
public final class Printer {
  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean json;
  private final boolean colour;

  Printer(PrintWriter out, PrintWriter err, boolean json, boolean colour) {
    this.out = out;
    this.err = err;
    this.json = json;
    this.colour = colour;
  }

  /** A printer to the streams of a command. */
  public static Printer of(CommandSpec command, boolean json) {
    CommandLine line = command.commandLine();
    return new Printer(line.getOut(), line.getErr(), json, line.getColorScheme().ansi().enabled());
  }

  /** How a line looks on a terminal that shows colours. */
  public enum Tone {
    GOOD("\u001B[32m"),
    WARNING("\u001B[33m"),
    BAD("\u001B[31m");

    private final String start;

    Tone(String start) {
      this.start = start;
    }
  }

  /** Whether the result is for programs. */
  public boolean isJson() {
    return json;
  }

  /** A line for people. */
  public void line(String text) {
    if (!json) {
      out.println(PlainText.of(text));
    }
  }

  /**
   * A line for people whose tone shows in colour too; its words must tell the tone by themselves.
   */
  public void line(Tone tone, String text) {
    if (!json) {
      String plain = PlainText.of(text);
      out.println(colour ? tone.start + plain + "\u001B[0m" : plain);
    }
  }

  /** A table for people. */
  public void table(Table table) {
    table.lines().forEach(this::line);
  }

  /** The result for programs. */
  public void document(Supplier<? extends JsonNode> result) {
    if (json) {
      out.println(StrictJson.format(result.get()));
    }
  }

  /** A word beside the result, on standard error, for people and programs alike. */
  public void aside(String text) {
    err.println("tanlian: " + PlainText.of(text));
    err.flush();
  }

  /** How far a long command has come: one line that replaces itself, on a terminal only. */
  public void progress(String text) {
    if (!json && Progress.isShown()) {
      err.print("\r\u001B[K" + PlainText.of(text));
      err.flush();
    }
  }

  /** Clears the line of {@link #progress}. */
  public void progressDone() {
    progress("");
  }

  /** The problems for people: where, what, and the remedy below. */
  public void problems(List<Problem> problems) {
    for (Problem problem : problems) {
      String place = problem.pointer().isEmpty() ? "" : problem.pointer() + ": ";
      line("  " + place + problem.detail() + " [" + problem.code() + "]");
      if (!problem.remedy().isEmpty()) {
        line("      " + problem.remedy());
      }
    }
  }

  /** A refusal by local checks, for people and programs; returns the exit code. */
  public int refused(String headline, List<Problem> problems) {
    line(Tone.BAD, headline);
    problems(problems);
    document(() -> {
      ObjectNode result = outcome("refused").put("detail", headline);
      problems.forEach(problem -> result.withArray("problems").add(json(problem)));
      return result;
    });
    return ExitCode.REFUSED;
  }

  /** A JSON result that begins with how it ended. */
  public static ObjectNode outcome(String outcome) {
    return JsonNodeFactory.instance.objectNode().put("outcome", outcome);
  }

  /** A problem as the native API writes it. */
  public static ObjectNode json(Problem problem) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("code", problem.code().code())
        .put("pointer", problem.pointer())
        .put("detail", problem.detail())
        .put("remedy", problem.remedy());
  }
}
