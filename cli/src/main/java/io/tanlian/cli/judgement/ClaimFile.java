package io.tanlian.cli.judgement;

import io.tanlian.cli.file.InputFile;
import io.tanlian.cli.terminal.CannotRunException;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.problem.ProblemCode;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.SignedStatement;
import io.tanlian.contracts.statement.StatementReader;
import java.nio.file.Path;
import java.util.List;

/** Claims in files: as JSON, or in the signed statement. */
final class ClaimFile {
  private static final String JSON_START = "{";

  private ClaimFile() {}

  /**
   * The claim in a file; a signature is not checked.
   *
   * @param type the name of the claim's type
   * @throws CannotRunException if the file cannot be read or holds none of this type
   */
  static <C extends Claim> C read(Path file, Class<C> kind, String type) {
    String text = InputFile.text(file).strip();
    Outcome<Claim> claim =
        text.startsWith(JSON_START)
            ? StrictJson.parse(text).then(json -> Claim.parse(type, json))
            : SignedStatement.parse(text)
                .then(StatementReader::read)
                .map(read -> read.statement().claim());
    return switch (claim) {
      case Outcome.Accepted<Claim>(Claim read) when kind.isInstance(read) -> kind.cast(read);
      case Outcome.Accepted<Claim>(Claim other) ->
          throw none(
              file,
              type,
              Problem.of(
                  ProblemCode.STATEMENT_WRONG_TYPE,
                  "It is a " + other.type() + ".",
                  "Give files that hold a %s.".formatted(type)));
      case Outcome.Refused<Claim>(List<Problem> problems) ->
          throw none(file, type, problems.getFirst());
    };
  }

  private static CannotRunException none(Path file, String type, Problem problem) {
    return new CannotRunException(
        "%s holds no %s: %s %s %s"
            .formatted(file, type, problem.pointer(), problem.detail(), problem.remedy()));
  }
}
