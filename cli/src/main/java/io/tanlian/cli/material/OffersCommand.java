package io.tanlian.cli.material;

import io.tanlian.cli.exchange.MaterialQuery;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Asks for what is offered to the caller. */
@Command(
    name = "offers",
    description = {
      "Show the transfers that are offered to you and not accepted yet.",
      "",
      "Below each stands the command that accepts it."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tanlian material offers --credentials supplier.json",
      "  tanlian material offers --credentials supplier.json --json"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class OffersCommand implements Callable<Integer> {
  @Mixin private Question question;

  @Override
  public Integer call() {
    return question.ask(MaterialQuery.offers(), OfferWords::show);
  }
}
