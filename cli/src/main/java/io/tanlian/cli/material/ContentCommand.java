package io.tanlian.cli.material;

import io.tanlian.cli.exchange.MaterialQuery;
import io.tanlian.contracts.identifier.StatementId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Asks for the recycled content of a claim. */
@Command(
    name = "content",
    description = {
      "Show the recycled content that a statement claims, computed anew from its allocations.",
      "",
      "The shares of each metal, origin and boundary, the recoveries they go back to, what every rule",
      "pack on the ledger says, and how many receipts prove it. 'tanlian export passport' verifies",
      "those receipts."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tanlian material content urn:uuid:5d7a9f0e-54a0-4c3b-9f39-0a8c3e1b2f11 \\",
      "      --credentials leadfirm.json",
      "  tanlian material content urn:uuid:5d7a9f0e-54a0-4c3b-9f39-0a8c3e1b2f11 --as-of 120 \\",
      "      --credentials leadfirm.json --json"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class ContentCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "CLAIM",
      description = "The statement that claims the content, urn:uuid:...")
  private StatementId claim;

  @Mixin private AsOfOption asOf;
  @Mixin private Question question;

  @Override
  public Integer call() {
    return question.ask(MaterialQuery.content(claim, asOf.size()), ContentWords::show);
  }
}
