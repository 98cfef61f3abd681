package io.tanlian.cli.judgement;

import io.tanlian.cli.file.InputFile;
import io.tanlian.cli.terminal.CannotRunException;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.rulepack.Indicator;
import io.tanlian.contracts.rulepack.RulePack;
import io.tanlian.contracts.rulepack.RulePacks;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Which rule packs to judge by. */
final class PackOption {
  @Option(
      names = "--pack",
      paramLabel = "ID|FILE.json",
      description = {
        "A rule pack that comes with Tanlian, or one of your own; may be given again.",
        "By default all that come with it and set such thresholds."
      })
  private List<String> named = List.of();

  /** The packs that were named; if none was, those that have thresholds of this indicator. */
  List<RulePack> packs(Indicator indicator) {
    return named.isEmpty()
        ? RulePacks.all().stream().filter(pack -> pack.sets(indicator)).toList()
        : named.stream().map(PackOption::pack).toList();
  }

  /** The pack of this id, or in this file. */
  static RulePack pack(String name) {
    return RulePacks.all().stream()
        .filter(known -> known.id().equals(name))
        .findFirst()
        .orElseGet(() -> fromFile(name));
  }

  private static RulePack fromFile(String name) {
    if (!name.endsWith(".json")) {
      throw new CannotRunException(
          "There is no rule pack %s; there are %s, or give a file that ends in .json."
              .formatted(
                  name,
                  RulePacks.all().stream().map(RulePack::id).collect(Collectors.joining(", "))));
    }
    return switch (RulePack.parse(InputFile.json(Path.of(name)))) {
      case Outcome.Accepted<RulePack>(RulePack pack) -> pack;
      case Outcome.Refused<RulePack>(var problems) ->
          throw new CannotRunException(
              "%s is no rule pack: %s %s %s"
                  .formatted(
                      name,
                      problems.getFirst().pointer(),
                      problems.getFirst().detail(),
                      problems.getFirst().remedy()));
    };
  }
}
