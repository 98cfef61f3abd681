package io.tanlian.cli.judgement;

import io.tanlian.cli.terminal.CannotRunException;
import io.tanlian.cli.terminal.ExitCode;
import io.tanlian.cli.terminal.Output;
import io.tanlian.cli.terminal.Printer;
import io.tanlian.contracts.material.RecoveryDeclaration;
import io.tanlian.contracts.rulepack.Indicator;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.material.PackResult;
import io.tanlian.verifier.material.RecoveryJudgement;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Judges recoveries by rule packs. */
@Command(
    name = "recovery",
    description = {
      "Judge declarations of recovery by the thresholds of rule packs.",
      "",
      "The files are judged together: one stage of a plant, or all stages of a chain, which the EU",
      "asks for. Asks nobody: works offline, on claims as well as on signed statements.",
      "",
      "Exit code 0: no threshold is missed. 1: one is."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tanlian recovery metallurgical-2026.json",
      "  tanlian recovery dismantling.json metallurgical.json --pack eu-2023-1542-2031",
      "  tanlian recovery campaign.sd-jwt --pack cn-2025-21 --pack our-customer.json --json"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class RecoveryCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "A RecoveryDeclaration: the claim (JSON) or the signed statement (jwt~).")
  private List<Path> files;

  @Mixin private PackOption packs;
  @Mixin private Output output;

  @Override
  public Integer call() {
    Printer printer = output.printer();
    List<RecoveryDeclaration> recoveries =
        files.stream()
            .map(file ->
                ClaimFile.read(file, Claim.Recovered.class, Claim.Recovered.TYPE).recovery())
            .toList();
    RecoveryJudgement judgement = together(recoveries);
    List<PackResult> results =
        packs.packs(Indicator.RECOVERY_RATE).stream().map(judgement::by).toList();
    for (RecoveryDeclaration recovery : recoveries) {
      printer.line(
          "%s, %s, stage %s, custody %s"
              .formatted(
                  recovery.plant(),
                  recovery.period(),
                  recovery.stage().wireName(),
                  recovery.custody().wireName()));
    }
    results.forEach(result -> PackResultView.show(result, printer));
    boolean missed = results.stream().anyMatch(PackResult::misses);
    printer.document(() -> {
      var document = Printer.outcome(missed ? "missed" : "notMissed");
      results.forEach(result -> document.withArray("packs").add(PackResultView.json(result)));
      return document;
    });
    return missed ? ExitCode.REFUSED : ExitCode.OK;
  }

  private static RecoveryJudgement together(List<RecoveryDeclaration> recoveries) {
    try {
      return new RecoveryJudgement(recoveries);
    } catch (IllegalArgumentException apart) {
      throw new CannotRunException(
          "These files cannot be judged together: %s. Give those of one plant, or of one chain, and of one period."
              .formatted(apart.getMessage()),
          apart);
    }
  }
}
