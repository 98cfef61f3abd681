package io.tanlian.exchange.witness;

import io.tanlian.tlog.witness.WitnessQuorum;
import java.util.List;

/**
 * The witnesses of an exchange.
 *
 * @param quorum how many of them must cosign a checkpoint before it is served as witnessed; 0 only
 *     where there are none
 */
public record Witnesses(List<ConfiguredWitness> configured, int quorum) {

  public static final Witnesses NONE = new Witnesses(List.of(), 0);

  public Witnesses {
    configured = List.copyOf(configured);
    trust(configured, quorum);
  }

  /** Their keys, as whoever checks a cosigned checkpoint would give them. */
  public WitnessQuorum trust() {
    return trust(configured, quorum);
  }

  private static WitnessQuorum trust(List<ConfiguredWitness> configured, int quorum) {
    return new WitnessQuorum(configured.stream().map(ConfiguredWitness::key).toList(), quorum);
  }
}
