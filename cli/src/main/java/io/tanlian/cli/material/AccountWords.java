package io.tanlian.cli.material;

import io.tanlian.cli.exchange.AccountAnswer;
import io.tanlian.cli.exchange.MaterialMass;
import io.tanlian.cli.terminal.Printer;
import io.tanlian.cli.terminal.Table;
import io.tanlian.contracts.identifier.Urn;
import java.util.List;

/** Says in words how a site's accounts stand. */
final class AccountWords {
  private AccountWords() {}

  static void show(Urn site, List<AccountAnswer> accounts, Printer printer) {
    if (accounts.isEmpty()) {
      printer.line("Nobody keeps an account at " + site + ".");
    }
    accounts.forEach(account -> show(account, printer));
  }

  private static void show(AccountAnswer account, Printer printer) {
    printer.line("%s, %s to %s".formatted(account.site(), account.first(), account.last()));
    printer.table(
        new Table()
            .row("  holder", account.holder())
            .row(
                "  usable until",
                account.usableUntil()
                    + (account.carriedOver() ? ", carried over into the following period" : "")));
    Table table = new Table().row("", "credited", "used", "left", "expired");
    for (MaterialMass credited : account.credited()) {
      table.row(
          "  " + MassWords.name(credited.what()),
          MassWords.kilograms(credited.kilograms()),
          MassWords.of(credited.what(), account.used()),
          MassWords.of(credited.what(), account.left()),
          MassWords.of(credited.what(), account.expired()));
    }
    printer.table(table);
  }
}
