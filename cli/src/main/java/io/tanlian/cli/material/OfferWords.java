package io.tanlian.cli.material;

import io.tanlian.cli.exchange.HoldingAnswer;
import io.tanlian.cli.terminal.Printer;
import io.tanlian.contracts.material.CustodyModel;
import java.util.List;

/** Says in words what is offered, and how to accept it. */
final class OfferWords {
  private OfferWords() {}

  static void show(List<HoldingAnswer> offers, Printer printer) {
    if (offers.isEmpty()) {
      printer.line("Nothing is offered to you.");
    }
    for (HoldingAnswer offer : offers) {
      HoldingWords.show(offer, printer);
      printer.line("Accept it, under a name of your own:");
      printer.line(
          "  tanlian material accept %s --lot NAME --custody %s \\"
              .formatted(
                  offer.statement(), offer.custody().map(CustodyModel::wireName).orElse("MODEL")));
      if (offer.site().isPresent()) {
        printer.line("      --site URN --first DAY --last DAY \\");
      }
      printer.line("      --key FILE --credentials FILE");
    }
  }
}
