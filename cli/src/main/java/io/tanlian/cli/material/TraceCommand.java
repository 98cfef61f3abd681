package io.tanlian.cli.material;

import io.tanlian.cli.exchange.MaterialQuery;
import io.tanlian.verifier.trace.Direction;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks for the way of material. */
@Command(
    name = "trace",
    description = {
      "Follow material to where it came from, or with --forward to where it went.",
      "",
      "Tier by tier: who did what with it, and the masses. What was corrected away is left out.",
      "Second life is where used batteries serve again, regeneration where they are recovered."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tanlian material trace urn:uuid:5d7a9f0e-54a0-4c3b-9f39-0a8c3e1b2f11 \\",
      "      --credentials leadfirm.json",
      "  tanlian material trace urn:uuid:5d7a9f0e-54a0-4c3b-9f39-0a8c3e1b2f11 --lot NS-1 \\",
      "      --forward --credentials supplier.json",
      "  tanlian material trace --identity https://passport.example/9f2c \\",
      "      --credentials leadfirm.json --json"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class TraceCommand implements Callable<Integer> {
  @Mixin private StartOptions from;

  @Option(names = "--forward", description = "To where it went; by default to where it came from.")
  private boolean forward;

  @Mixin private AsOfOption asOf;
  @Mixin private Question question;

  @Override
  public Integer call() {
    return question.ask(
        MaterialQuery.trace(
            from.start(), forward ? Direction.FORWARD : Direction.BACKWARD, asOf.size()),
        TraceWords::show);
  }
}
