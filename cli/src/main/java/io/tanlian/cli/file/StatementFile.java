package io.tanlian.cli.file;

import io.tanlian.cli.terminal.CannotRunException;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.statement.SignedStatement;
import java.nio.file.Path;

/** Signed statements in files, {@code jwt~disclosure~…~} on one line. */
public final class StatementFile {
  private StatementFile() {}

  /**
   * The statement in a file; its signature is not checked.
   *
   * @throws CannotRunException if the file holds none
   */
  public static SignedStatement read(Path file) {
    return switch (SignedStatement.parse(InputFile.text(file).strip())) {
      case Outcome.Accepted<SignedStatement>(SignedStatement statement) -> statement;
      case Outcome.Refused<SignedStatement>(var problems) ->
          throw new CannotRunException(
              "%s holds no signed statement: %s %s"
                  .formatted(file, problems.getFirst().detail(), problems.getFirst().remedy()));
    };
  }
}
