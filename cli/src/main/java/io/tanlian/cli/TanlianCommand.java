package io.tanlian.cli;

import io.tanlian.cli.audit.AuditCommand;
import io.tanlian.cli.export.ExportCommand;
import io.tanlian.cli.footprint.FootprintCommand;
import io.tanlian.cli.importing.ImportCommand;
import io.tanlian.cli.judgement.ContentCommand;
import io.tanlian.cli.judgement.ElectricityCommand;
import io.tanlian.cli.judgement.PublishPackCommand;
import io.tanlian.cli.judgement.RecoveryCommand;
import io.tanlian.cli.key.KeyCommand;
import io.tanlian.cli.material.MaterialCommand;
import io.tanlian.cli.participant.AdmitCommand;
import io.tanlian.cli.participant.ClientCommand;
import io.tanlian.cli.participant.EnrolCommand;
import io.tanlian.cli.receipt.ReceiptCommand;
import io.tanlian.cli.statement.PublishCommand;
import io.tanlian.cli.statement.SignCommand;
import io.tanlian.cli.statement.StatementCommand;
import io.tanlian.cli.witness.WitnessCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The top command. */
@Command(
    name = "tanlian",
    versionProvider = Version.class,
    description = {
      "Share signed product carbon footprints on a ledger that nobody can quietly change.",
      "",
      "Everything a server says is checked here, against the log key you pinned."
    },
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nThe service, from the same launcher:%n",
    footer = {
      "  demo       Start an exchange, load a battery chain, compute and audit; see demo --help.",
      "  serve      Run an exchange; see serve --help.",
      "",
      "Examples:",
      "  tanlian key new --out supplier.jwk",
      "  tanlian sign footprint.json --type ProductFootprintDeclaration \\",
      "      --key supplier.jwk --credentials supplier.json --out footprint.sd-jwt",
      "  tanlian publish footprint.sd-jwt --credentials supplier.json",
      "  tanlian audit --out audit/ --credentials auditor.json",
      "",
      "Exit codes: 0 done; 1 refused, or findings; 2 could not run; 3 tampered history or receipt."
    },
    subcommands = {
      KeyCommand.class,
      SignCommand.class,
      PublishCommand.class,
      ImportCommand.class,
      StatementCommand.class,
      FootprintCommand.class,
      RecoveryCommand.class,
      ContentCommand.class,
      ElectricityCommand.class,
      MaterialCommand.class,
      ExportCommand.class,
      ReceiptCommand.class,
      AuditCommand.class,
      WitnessCommand.class,
      ClientCommand.class,
      AdmitCommand.class,
      EnrolCommand.class,
      PublishPackCommand.class
    })
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // picocli fills and reads the fields
final class TanlianCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show what this command does, with examples.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  private boolean version;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }
}
