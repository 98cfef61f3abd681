package io.tanlian.exchange.serve;

import io.tanlian.exchange.witness.ConfiguredWitness;
import io.tanlian.exchange.witness.Witnesses;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who is asked to cosign checkpoints. */
final class WitnessOptions {
  @Option(
      names = "--witness",
      paramLabel = "VKEY=URL",
      description =
          "a witness to cosign checkpoints, by its key and submission address; repeatable")
  private List<String> witnesses = List.of();

  @Option(
      names = "--witness-quorum",
      paramLabel = "N",
      description = "how many of them must cosign before /checkpoint/witnessed moves on (all)")
  private @Nullable Integer quorum;

  Witnesses settings() throws StartRefused {
    try {
      List<ConfiguredWitness> configured =
          witnesses.stream().map(ConfiguredWitness::parse).toList();
      return new Witnesses(configured, quorum == null ? configured.size() : quorum);
    } catch (IllegalArgumentException e) {
      throw new StartRefused("--witness: " + e.getMessage() + ".", e);
    }
  }
}
