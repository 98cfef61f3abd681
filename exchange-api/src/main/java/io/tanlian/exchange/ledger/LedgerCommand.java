package io.tanlian.exchange.ledger;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code tanlian ledger}: what an operator does with the ledger's database. */
@Command(
    name = "tanlian ledger",
    mixinStandardHelpOptions = true,
    subcommands = {FsckCommand.class, RebuildCommand.class},
    description = "Checks the ledger's database, and rebuilds the tables that follow from it.")
public final class LedgerCommand {
  static final int CLEAN = 0;
  static final int COULD_NOT_RUN = 2;
  static final int DAMAGED = 3;

  public static void main(String[] args) {
    System.exit(new CommandLine(new LedgerCommand()).execute(args));
  }
}
