package io.tanlian.cli.material;

import io.tanlian.cli.exchange.MaterialQuery;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Asks what may hold material of a batch. */
@Command(
    name = "recall",
    description = {
      "Find everything that may hold material of a batch.",
      "",
      "Products that were claimed to hold some, used batteries that serve again, and what is left of",
      "batches with who holds it."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tanlian material recall urn:uuid:5d7a9f0e-54a0-4c3b-9f39-0a8c3e1b2f11 --lot NS-1 \\",
      "      --credentials supplier.json",
      "  tanlian material recall --identity https://passport.example/9f2c \\",
      "      --credentials leadfirm.json --json"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class RecallCommand implements Callable<Integer> {
  @Mixin private StartOptions from;
  @Mixin private AsOfOption asOf;
  @Mixin private Question question;

  @Override
  public Integer call() {
    return question.ask(MaterialQuery.recall(from.start(), asOf.size()), RecallWords::show);
  }
}
