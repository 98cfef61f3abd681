package io.tanlian.cli.judgement;

import io.tanlian.cli.terminal.ExitCode;
import io.tanlian.cli.terminal.Output;
import io.tanlian.cli.terminal.Printer;
import io.tanlian.contracts.material.RecycledContentClaim;
import io.tanlian.contracts.rulepack.Indicator;
import io.tanlian.contracts.rulepack.RulePack;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.material.ContentJudgement;
import io.tanlian.verifier.material.PackResult;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Judges claims of recycled content by rule packs. */
@Command(
    name = "content",
    description = {
      "Judge claims of recycled content by the thresholds of rule packs.",
      "",
      "Each file is judged apart: one product of one plant and year. What is allocated counts, not",
      "what is claimed of it. Asks nobody: works offline, on claims as well as on signed",
      "statements; whether the allocated batches hold as much only the ledger knows.",
      "",
      "Exit code 0: no threshold is missed. 1: one is."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tanlian content claim-2026.json",
      "  tanlian content claim.sd-jwt --pack eu-2023-1542-2031 --pack our-customer.json --json"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class ContentCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "A RecycledContentClaim: the claim (JSON) or the signed statement (jwt~).")
  private List<Path> files;

  @Mixin private PackOption packs;
  @Mixin private Output output;

  private record Judged(RecycledContentClaim claim, List<PackResult> results) {
    static Judged of(RecycledContentClaim claim, List<RulePack> packs) {
      ContentJudgement judgement = new ContentJudgement(claim);
      return new Judged(claim, packs.stream().map(judgement::by).toList());
    }
  }

  @Override
  public Integer call() {
    Printer printer = output.printer();
    List<RulePack> chosen = packs.packs(Indicator.RECYCLED_CONTENT);
    List<Judged> judged =
        files.stream()
            .map(file -> ClaimFile.read(file, Claim.Claimed.class, Claim.Claimed.TYPE).content())
            .map(claim -> Judged.of(claim, chosen))
            .toList();
    for (Judged one : judged) {
      ContentView.show(one.claim(), printer);
      one.results().forEach(result -> PackResultView.show(result, printer));
    }
    boolean missed =
        judged.stream().flatMap(one -> one.results().stream()).anyMatch(PackResult::misses);
    printer.document(() -> {
      var document = Printer.outcome(missed ? "missed" : "notMissed");
      for (Judged one : judged) {
        var claim = ContentView.json(one.claim());
        one.results().forEach(result -> claim.withArray("packs").add(PackResultView.json(result)));
        document.withArray("claims").add(claim);
      }
      return document;
    });
    return missed ? ExitCode.REFUSED : ExitCode.OK;
  }
}
