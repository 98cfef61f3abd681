package io.tanlian.cli.material;

import io.tanlian.cli.exchange.MaterialQuery;
import io.tanlian.contracts.identifier.Urn;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks for a site's accounts. */
@Command(
    name = "account",
    description = {
      "Show a site's mass-balance accounts: what was credited, used, is left and has expired.",
      "",
      "One account for each holder and period. What is left of a period may be used in the following",
      "one of the same length, and expires with that."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tanlian material account urn:example:precursor:site:1 --credentials supplier.json",
      "  tanlian material account urn:example:precursor:site:1 --on 2026-12-31 \\",
      "      --credentials supplier.json --json"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class AccountCommand implements Callable<Integer> {
  @Parameters(paramLabel = "SITE", description = "The site's URN.")
  private Urn site;

  @Option(
      names = "--on",
      paramLabel = "DAY",
      description = "How they stand on this day, 2026-12-31; by default today.")
  private @Nullable LocalDate on;

  @Mixin private AsOfOption asOf;
  @Mixin private Question question;

  @Override
  public Integer call() {
    return question.ask(
        MaterialQuery.accounts(site, Optional.ofNullable(on), asOf.size()),
        (accounts, printer) -> AccountWords.show(site, accounts, printer));
  }
}
