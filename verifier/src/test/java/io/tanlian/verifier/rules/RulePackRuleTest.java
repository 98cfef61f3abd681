package io.tanlian.verifier.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.rulepack.RulePack;
import io.tanlian.contracts.rulepack.RulePackPublished;
import io.tanlian.contracts.rulepack.RulePacks;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.stock.Market;
import org.junit.jupiter.api.Test;

class RulePackRuleTest {
  private final Market market = new Market();
  private final RulePack pack = RulePacks.all().getFirst();

  @Test
  void a_version_is_published_once() {
    market.append(market.world.operator, publish(pack));

    assertThat(market.findings(market.world.operator, publish(pack)))
        .containsExactly(
            "rule-pack.version-taken /credentialSubject/pack/version: %s version 1 stands at index 6"
                .formatted(pack.id()));
  }

  @Test
  void another_version_or_another_pack_is_another_matter() {
    market.append(market.world.operator, publish(pack));

    assertThat(market.findings(market.world.operator, publish(versioned("2")))).isEmpty();
    assertThat(market.findings(market.world.operator, publish(RulePacks.all().getLast())))
        .isEmpty();
  }

  @Test
  void only_the_operator_publishes() {
    assertThat(market.findings(market.seller, publish(pack)))
        .singleElement()
        .asString()
        .startsWith("participant.role-missing /issuer: ");
  }

  private RulePack versioned(String version) {
    return new RulePack(
        pack.id(),
        version,
        pack.title(),
        pack.titleZh(),
        pack.applies(),
        pack.sources(),
        pack.criteria());
  }

  private static Claim publish(RulePack pack) {
    return new Claim.Published(new RulePackPublished(pack));
  }
}
