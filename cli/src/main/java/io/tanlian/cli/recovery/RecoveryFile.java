package io.tanlian.cli.recovery;

import io.tanlian.cli.file.InputFile;
import io.tanlian.cli.terminal.CannotRunException;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.material.RecoveryDeclaration;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.problem.ProblemCode;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.SignedStatement;
import io.tanlian.contracts.statement.StatementReader;
import java.nio.file.Path;
import java.util.List;

/** Declarations of recovery in files: the claim as JSON, or the signed statement. */
final class RecoveryFile {
  private static final String JSON_START = "{";

  private RecoveryFile() {}

  /**
   * The declaration in a file; a signature is not checked.
   *
   * @throws CannotRunException if the file cannot be read or holds none
   */
  static RecoveryDeclaration read(Path file) {
    String text = InputFile.text(file).strip();
    Outcome<Claim> claim =
        text.startsWith(JSON_START)
            ? StrictJson.parse(text).then(json -> Claim.parse(Claim.Recovered.TYPE, json))
            : SignedStatement.parse(text)
                .then(StatementReader::read)
                .map(read -> read.statement().claim());
    return switch (claim) {
      case Outcome.Accepted<Claim>(Claim.Recovered(RecoveryDeclaration recovery)) -> recovery;
      case Outcome.Accepted<Claim>(Claim other) ->
          throw none(
              file,
              Problem.of(
                  ProblemCode.STATEMENT_WRONG_TYPE,
                  "It is a " + other.type() + ".",
                  "Give files with RecoveryDeclarations."));
      case Outcome.Refused<Claim>(List<Problem> problems) -> throw none(file, problems.getFirst());
    };
  }

  private static CannotRunException none(Path file, Problem problem) {
    return new CannotRunException(
        "%s holds no declaration of recovery: %s %s %s"
            .formatted(file, problem.pointer(), problem.detail(), problem.remedy()));
  }
}
