package io.tanlian.cli.material;

import io.tanlian.cli.exchange.MaterialQuery;
import io.tanlian.contracts.identifier.StatementId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Asks what is left of batches. */
@Command(
    name = "batches",
    description = {
      "Show the batches a statement brought, and what is left of them.",
      "",
      "Masses are kilograms, those of metals of the element. Everybody on the exchange sees them."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tanlian material batches urn:uuid:5d7a9f0e-54a0-4c3b-9f39-0a8c3e1b2f11 \\",
      "      --credentials supplier.json",
      "  tanlian material batches urn:uuid:5d7a9f0e-54a0-4c3b-9f39-0a8c3e1b2f11 --as-of 120 \\",
      "      --credentials supplier.json --json"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class BatchesCommand implements Callable<Integer> {
  @Parameters(paramLabel = "STATEMENT", description = "The statement's id, urn:uuid:...")
  private StatementId statement;

  @Mixin private AsOfOption asOf;
  @Mixin private Question question;

  @Override
  public Integer call() {
    return question.ask(MaterialQuery.batches(statement, asOf.size()), HoldingWords::show);
  }
}
