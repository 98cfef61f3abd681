package io.tanlian.cli.material;

import io.tanlian.contracts.identifier.Urn;
import io.tanlian.contracts.material.Account;
import io.tanlian.contracts.material.Custody;
import io.tanlian.contracts.material.CustodyModel;
import io.tanlian.contracts.material.Period;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How a batch is kept apart from other material. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class CustodyOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--custody",
      required = true,
      paramLabel = "MODEL",
      description = {
        "identityPreserved, segregated, massBalance or bookAndClaim: the one it was handed over",
        "under, or a later one of these."
      })
  private CustodyModel model;

  @Option(
      names = "--site",
      paramLabel = "URN",
      description = "With massBalance or bookAndClaim: the site whose account is credited.")
  private @Nullable Urn site;

  @Option(
      names = "--first",
      paramLabel = "DAY",
      description = "The first day of the account's period, 2026-01-01.")
  private @Nullable LocalDate first;

  @Option(names = "--last", paramLabel = "DAY", description = "Its last day; at most a year later.")
  private @Nullable LocalDate last;

  Custody custody() {
    try {
      return new Custody(model, account());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          command.commandLine(), e.getMessage() + " (--site, --first, --last).", e);
    }
  }

  private @Nullable Account account() {
    if (site == null && first == null && last == null) {
      return null;
    }
    if (site == null || first == null || last == null) {
      throw new IllegalArgumentException("an account has a site, a first day and a last day");
    }
    return new Account(site, new Period(first, last));
  }
}
