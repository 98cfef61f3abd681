package io.tanlian.cli.material;

import io.tanlian.cli.exchange.MaterialStart;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.material.IdentityCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Where to follow material from: a statement and maybe one of its lots, or a battery. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class StartOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Parameters(
      arity = "0..1",
      paramLabel = "STATEMENT",
      description = "A statement about material, urn:uuid:...")
  private @Nullable StatementId statement;

  @Option(
      names = "--lot",
      paramLabel = "LOT",
      description = "Only this batch of the statement, on the way forward; by default all of them.")
  private @Nullable String lot;

  @Option(
      names = "--identity",
      paramLabel = "CODE",
      description = "Instead of STATEMENT: a battery's identity code, as in its passport.")
  private @Nullable IdentityCode identity;

  MaterialStart start() {
    if (statement != null && identity == null) {
      return new MaterialStart.Brought(statement, Optional.ofNullable(lot));
    }
    if (statement == null && identity != null && lot == null) {
      return new MaterialStart.Battery(identity);
    }
    throw new ParameterException(
        command.commandLine(),
        statement == null && identity == null
            ? "Follow what? Give STATEMENT, or --identity CODE."
            : "Give either STATEMENT, with --lot or without, or --identity.");
  }
}
