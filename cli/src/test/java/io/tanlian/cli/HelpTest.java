package io.tanlian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.cli.world.Claims;
import io.tanlian.cli.world.Shell;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class HelpTest {

  @Test
  void the_top_command_says_what_there_is() {
    Shell.Result help = Shell.run("--help");
    assertThat(help.exitCode()).isZero();
    assertThat(help.out()).isEqualTo(Claims.resource("/help/tanlian.txt"));
  }

  @Test
  void every_command_has_help_with_an_example() {
    for (CommandLine command : all(Main.commandLine())) {
      assertThat(command.getUsageMessage(CommandLine.Help.Ansi.OFF))
          .as(command.getCommandSpec().qualifiedName())
          .contains("Example", "  tanlian ", "--help");
    }
  }

  @Test
  void no_option_takes_a_secret() {
    for (CommandLine command : all(Main.commandLine())) {
      command
          .getCommandSpec()
          .options()
          .forEach(option -> assertThat(option.longestName()).doesNotContainIgnoringCase("secret"));
    }
  }

  @Test
  void the_version_is_shown() {
    Shell.Result version = Shell.run("--version");
    assertThat(version.exitCode()).isZero();
    assertThat(version.out()).startsWith("tanlian ");
  }

  @Test
  void wrong_usage_is_said_in_a_line_and_points_to_the_help() {
    Shell.Result wrong = Shell.run("receipt", "verify");
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err().lines())
        .hasSize(2)
        .last()
        .isEqualTo("Try: tanlian receipt verify --help");
    assertThat(Shell.run().exitCode()).isEqualTo(2);
    assertThat(Shell.run("nonsense").exitCode()).isEqualTo(2);
    assertThat(Shell.run("footprint", "no-urn", "--server", "https://localhost").err())
        .contains("PRODUCT")
        .doesNotContain("Exception");
  }

  @Test
  void a_command_without_an_exchange_asks_which() {
    Shell.Result lost = Shell.run("footprint", "urn:gtin:4712345060507", "--json");
    assertThat(lost.exitCode()).isEqualTo(2);
    assertThat(lost.err()).startsWith("tanlian: Which exchange?");
    assertThat(lost.out()).startsWith("{\"outcome\":\"failed\"");
  }

  private static List<CommandLine> all(CommandLine top) {
    List<CommandLine> found = new ArrayList<>(List.of(top));
    top.getSubcommands().values().forEach(command -> found.addAll(all(command)));
    return found;
  }
}
