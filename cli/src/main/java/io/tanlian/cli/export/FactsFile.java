package io.tanlian.cli.export;

import io.tanlian.cli.file.InputFile;
import io.tanlian.cli.terminal.CannotRunException;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Facts in a file, which no ledger entry proves. */
final class FactsFile {
  private FactsFile() {}

  /**
   * The facts in a file.
   *
   * @throws CannotRunException if the file cannot be read, or naming every field that does not fit
   */
  static <T> T read(Path file, Function<JsonNode, Outcome<T>> parse) {
    return switch (parse.apply(InputFile.json(file))) {
      case Outcome.Accepted<T>(T facts) -> facts;
      case Outcome.Refused<T>(List<Problem> problems) ->
          throw new CannotRunException(
              problems.stream()
                  .map(problem ->
                      "%s: %s: %s [%s] %s"
                          .formatted(
                              file,
                              problem.pointer(),
                              problem.detail(),
                              problem.code(),
                              problem.remedy()))
                  .collect(Collectors.joining("\n")));
    };
  }
}
