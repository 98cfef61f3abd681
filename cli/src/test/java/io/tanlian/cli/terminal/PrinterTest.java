package io.tanlian.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.problem.ProblemCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PrinterTest {

  private static String printed(boolean json, boolean colour, Consumer<Printer> print) {
    StringWriter out = new StringWriter();
    print.accept(new Printer(new PrintWriter(out), new PrintWriter(out), json, colour));
    return out.toString();
  }

  @Test
  void colour_is_only_for_terminals_and_never_the_only_sign() {
    assertThat(printed(false, true, printer -> printer.line(Printer.Tone.BAD, "Refused: x")))
        .isEqualTo("\u001B[31mRefused: x\u001B[0m\n");
    assertThat(printed(false, false, printer -> printer.line(Printer.Tone.BAD, "Refused: x")))
        .isEqualTo("Refused: x\n");
  }

  @Test
  void text_from_elsewhere_cannot_control_the_terminal() {
    assertThat(printed(false, true, printer -> printer.line("a\u001B[2Jb\r\u202Ec\u0007 碳")))
        .isEqualTo("a\uFFFD[2Jb\uFFFD\uFFFDc\uFFFD 碳\n");
  }

  @Test
  void a_problem_shows_its_place_its_code_and_the_remedy() {
    Problem problem =
        new Problem(ProblemCode.KEY_REVOKED, "/issuer", "Revoked at index 9.", "Enrol another.");
    assertThat(printed(false, false, printer -> printer.problems(List.of(problem))))
        .isEqualTo(
            """
              /issuer: Revoked at index 9. [key.revoked]
                  Enrol another.
            """);
    assertThat(printed(true, true, printer -> printer.refused("No.", List.of(problem))))
        .isEqualTo(
            "{\"outcome\":\"refused\",\"detail\":\"No.\",\"problems\":[{\"code\":\"key.revoked\","
                + "\"pointer\":\"/issuer\",\"detail\":\"Revoked at index 9.\","
                + "\"remedy\":\"Enrol another.\"}]}\n");
  }

  @Test
  void a_table_is_aligned_and_has_no_blanks_at_the_ends() {
    assertThat(new Table().row("a", "1").row("long", "2", "x").row("b").lines())
        .containsExactly("a     1", "long  2  x", "b");
  }
}
