package io.tanlian.cli.judgement;

import io.tanlian.cli.statement.Fetched;
import io.tanlian.cli.statement.IssuingOptions;
import io.tanlian.contracts.rulepack.RulePack;
import io.tanlian.contracts.rulepack.RulePackPublished;
import io.tanlian.contracts.statement.Claim;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Puts a rule pack on the ledger. */
@Command(
    name = "publish-pack",
    description = {
      "For operators: put a version of a rule pack on the ledger.",
      "",
      "From then on everybody can check results against it. The exchange judges claims of recycled",
      "content and of renewable electricity by the last version of each pack on the ledger; a",
      "version is published once."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tanlian publish-pack eu-2023-1542-2031 --key operator.jwk --credentials operator.json",
      "  tanlian publish-pack our-region.json --key operator.jwk --credentials operator.json"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class PublishPackCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "ID|FILE.json",
      description = "A rule pack that comes with Tanlian, or one of your own.")
  private String name;

  @Mixin private IssuingOptions issuing;

  @Override
  public Integer call() {
    RulePack pack = PackOption.pack(name);
    return issuing.publish(
        "Rule pack %s, version %s".formatted(pack.id(), pack.version()),
        _ -> new Fetched.Done<>(new Claim.Published(new RulePackPublished(pack))));
  }
}
