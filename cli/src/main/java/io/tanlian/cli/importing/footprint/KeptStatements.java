package io.tanlian.cli.importing.footprint;

import io.tanlian.cli.file.InputFile;
import io.tanlian.cli.file.OutputFile;
import io.tanlian.cli.file.StatementFile;
import io.tanlian.cli.terminal.CannotRunException;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.statement.ReadStatement;
import io.tanlian.contracts.statement.SignedStatement;
import io.tanlian.contracts.statement.StatementReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder of an import: each statement before it is sent, so that it can be sent again to the
 * byte, and its receipt after that.
 */
record KeptStatements(Path folder) {

  /**
   * The folder, made where there is none.
   *
   * @throws CannotRunException if that fails
   */
  static KeptStatements in(Path folder) {
    try {
      return new KeptStatements(Files.createDirectories(folder));
    } catch (IOException e) {
      throw new CannotRunException("Cannot make the folder " + folder + ".", e);
    }
  }

  /** The statement of this name; not one that somebody put into its place. */
  Optional<SignedStatement> statement(StatementId id) {
    return Optional.of(file(id))
        .filter(Files::exists)
        .map(StatementFile::read)
        .filter(signed -> isNamed(id, signed));
  }

  private static boolean isNamed(StatementId id, SignedStatement signed) {
    return StatementReader.read(signed) instanceof Outcome.Accepted<ReadStatement>(var read)
        && read.statement().id().equals(id);
  }

  Optional<String> receipt(StatementId id) {
    return Optional.of(receiptFile(id)).filter(Files::exists).map(InputFile::text);
  }

  void keep(StatementId id, SignedStatement signed) {
    OutputFile.replace(file(id), signed.format() + "\n");
  }

  void keepReceipt(StatementId id, String receipt) {
    OutputFile.replace(receiptFile(id), receipt);
  }

  /** Forgets a statement that the exchange will not have. */
  void forget(StatementId id) {
    try {
      Files.deleteIfExists(file(id));
    } catch (IOException e) {
      throw new CannotRunException("Cannot delete " + file(id) + ".", e);
    }
  }

  private Path file(StatementId id) {
    return folder.resolve(id.uuid() + ".sd-jwt");
  }

  private Path receiptFile(StatementId id) {
    return folder.resolve(id.uuid() + ".sd-jwt.receipt");
  }
}
