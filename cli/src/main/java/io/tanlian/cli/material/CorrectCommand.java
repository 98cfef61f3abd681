package io.tanlian.cli.material;

import io.tanlian.cli.statement.Fetched;
import io.tanlian.cli.statement.IssuingOptions;
import io.tanlian.cli.statement.PinnedLog;
import io.tanlian.cli.terminal.CannotRunException;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.material.Allocation;
import io.tanlian.contracts.material.Correction;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.Statement;
import io.tanlian.verifier.stock.Movement;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Undoes a statement about material. */
@Command(
    name = "correct",
    description = {
      "Undo a statement of yours about material.",
      "",
      "What it used is there again, what it brought never was. Possible only while nothing it brought",
      "has been used. Fetches the statement, verifies its receipt, signs the correction that returns",
      "exactly what was used, and publishes it. Then state anew what is right."
    },
    footerHeading = "%nExample:%n",
    footer = {
      "  tanlian material correct urn:uuid:5d7a9f0e-54a0-4c3b-9f39-0a8c3e1b2f11 \\",
      "      --reason \"weighed again\" --key supplier.jwk --credentials supplier.json"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class CorrectCommand implements Callable<Integer> {
  @Parameters(paramLabel = "STATEMENT", description = "What to undo, urn:uuid:...")
  private StatementId undone;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why; everybody on the exchange can read it.")
  private String reason;

  @Mixin private IssuingOptions issuing;

  @Override
  public Integer call() {
    return issuing.publish("Correction of " + undone, this::correction);
  }

  private Fetched<Claim> correction(PinnedLog log) {
    return log.fetch(undone)
        .then(proved -> {
          Statement statement = proved.read().statement();
          Movement movement =
              Movement.of(statement)
                  .filter(moved -> moved.undoes().isEmpty())
                  .orElseThrow(() ->
                      new CannotRunException(
                          "%s at index %d is a %s, which moves no material: there is nothing to correct."
                              .formatted(undone, proved.index(), statement.type().wireName())));
          show(movement.uses());
          return new Fetched.Done<>(
              new Claim.Corrected(new Correction(undone, reason, movement.uses())));
        });
  }

  private void show(List<Allocation> returned) {
    returned.forEach(one ->
        issuing
            .printer()
            .line(
                "Returned to %s: %s, %s"
                    .formatted(
                        one.batch(),
                        MassWords.kilograms(one.mass()),
                        MassWords.contents(one.contents()))));
  }
}
