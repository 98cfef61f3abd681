package io.tanlian.cli.judgement;

import io.tanlian.cli.terminal.ExitCode;
import io.tanlian.cli.terminal.Output;
import io.tanlian.cli.terminal.Printer;
import io.tanlian.contracts.energy.RenewableElectricityClaim;
import io.tanlian.contracts.rulepack.Indicator;
import io.tanlian.contracts.rulepack.RulePack;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.energy.RenewableElectricity;
import io.tanlian.verifier.material.ElectricityJudgement;
import io.tanlian.verifier.material.PackResult;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Judges claims of renewable electricity by rule packs. */
@Command(
    name = "electricity",
    description = {
      "Judge claims of renewable electricity by the thresholds of rule packs.",
      "",
      "Each file is judged apart: one step at one plant in one period. Asks nobody: works offline,",
      "on claims as well as on signed statements; whether the certificates are there, renewable and",
      "not used up only the ledger knows, and takes no claim where they are not.",
      "",
      "Exit code 0: no threshold is missed. 1: one is."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tanlian electricity smelter-2025.json",
      "  tanlian electricity claim.sd-jwt --pack cn-2025-21-energy --pack our-customer.json --json"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class ElectricityCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "A RenewableElectricityClaim: the claim (JSON) or the signed statement (jwt~).")
  private List<Path> files;

  @Mixin private PackOption packs;
  @Mixin private Output output;

  private record Judged(RenewableElectricityClaim claim, List<PackResult> results) {
    static Judged of(RenewableElectricityClaim claim, List<RulePack> packs) {
      ElectricityJudgement judgement = new ElectricityJudgement(claim);
      return new Judged(claim, packs.stream().map(judgement::by).toList());
    }
  }

  @Override
  public Integer call() {
    Printer printer = output.printer();
    List<RulePack> chosen = packs.packs(Indicator.RENEWABLE_ELECTRICITY_SHARE);
    List<Judged> judged =
        files.stream()
            .map(file ->
                ClaimFile.read(file, Claim.Cancelled.class, Claim.Cancelled.TYPE).electricity())
            .map(claim -> Judged.of(claim, chosen))
            .toList();
    for (Judged one : judged) {
      show(one.claim(), printer);
      one.results().forEach(result -> PackResultView.show(result, printer));
    }
    boolean missed =
        judged.stream().flatMap(one -> one.results().stream()).anyMatch(PackResult::misses);
    printer.document(() -> {
      var document = Printer.outcome(missed ? "missed" : "notMissed");
      for (Judged one : judged) {
        var claim = json(one.claim());
        one.results().forEach(result -> claim.withArray("packs").add(PackResultView.json(result)));
        document.withArray("claims").add(claim);
      }
      return document;
    });
    return missed ? ExitCode.REFUSED : ExitCode.OK;
  }

  private static void show(RenewableElectricityClaim claim, Printer printer) {
    RenewableElectricity electricity = RenewableElectricity.of(claim);
    printer.line("%s, %s, step %s".formatted(claim.plant(), claim.period(), claim.step()));
    printer.line(
        "  %s kWh renewable of %s kWh"
            .formatted(
                electricity.cancelled().toPlainString(), electricity.consumed().toPlainString()));
  }

  private static ObjectNode json(RenewableElectricityClaim claim) {
    RenewableElectricity electricity = RenewableElectricity.of(claim);
    return JsonNodeFactory.instance
        .objectNode()
        .put("plant", claim.plant().value())
        .put("step", claim.step().code())
        .put("first", claim.period().first().toString())
        .put("last", claim.period().last().toString())
        .put("cancelled", electricity.cancelled().toPlainString())
        .put("consumed", electricity.consumed().toPlainString())
        .put("share", electricity.share().toPlainString());
  }
}
