package io.tanlian.verifier.rules;

import static io.tanlian.verifier.Severity.ERROR;
import static io.tanlian.verifier.Severity.INFO;
import static io.tanlian.verifier.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.material.RecyclingMethod;
import io.tanlian.contracts.sharing.GrantedPart;
import io.tanlian.contracts.statement.SignedStatement;
import io.tanlian.verifier.Company;
import io.tanlian.verifier.DeclarationText;
import io.tanlian.verifier.Finding;
import io.tanlian.verifier.World;
import io.tanlian.verifier.material.RecycledNickel;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class RecycledInputRuleTest {
  private static final String RECYCLED = "/credentialSubject/inputs/0/recycled";

  private final World world = World.ofParticipants();
  private final Company maker = world.cathodeMaker;
  private final Company customer = world.cellMaker;

  @Test
  void a_claim_of_anyone_s_for_the_input_s_product_by_the_same_method_is_named() {
    StatementId claim = RecycledNickel.claimed(world, maker, RecyclingMethod.CUT_OFF);

    assertThat(findings(taking(claim))).isEmpty();
  }

  @Test
  void the_claim_is_on_the_ledger_earlier() {
    assertThat(findings(taking(new StatementId(UUID.randomUUID()))))
        .containsExactly(tuple(ERROR, "reference.unknown", RECYCLED + "/claim"));

    StatementId own = new StatementId(UUID.randomUUID());
    assertThat(findings(world.sign(customer, own, world.now(), World.ORIGIN, text(own).claim())))
        .containsExactly(tuple(ERROR, "reference.not-earlier", RECYCLED + "/claim"));
  }

  @Test
  void it_is_a_claim_of_recycled_content() {
    StatementId declaration =
        world.append(world.declare(maker, DeclarationText.cathode(maker.id()))).statement().id();

    assertThat(findings(taking(declaration)))
        .containsExactly(tuple(ERROR, "reference.wrong-type", RECYCLED + "/claim"));
  }

  @Test
  void it_claims_the_input_s_product() {
    StatementId cobalt =
        RecycledNickel.claimed(world, maker, "urn:example:cobalt", RecyclingMethod.CUT_OFF);

    assertThat(findings(taking(cobalt)))
        .containsExactly(tuple(ERROR, "reference.wrong-product", RECYCLED + "/claim"));
  }

  @Test
  void it_was_not_corrected_away() {
    StatementId claim = RecycledNickel.claimed(world, maker, RecyclingMethod.CUT_OFF);
    world.append(world.sign(maker, RecycledNickel.correction(world, claim)));

    assertThat(findings(taking(claim)))
        .containsExactly(tuple(ERROR, "reference.corrected", RECYCLED + "/claim"));
  }

  @Test
  void the_input_counts_by_the_claim_s_method() {
    StatementId claim = RecycledNickel.claimed(world, maker, RecyclingMethod.CFF);

    assertThat(findings(taking(claim)))
        .containsExactly(tuple(ERROR, "footprint.method-mismatch", RECYCLED + "/method"));
  }

  @Test
  void more_recycled_than_the_claim_s_largest_share_is_a_doubt() {
    StatementId claim = RecycledNickel.claimed(world, maker, RecyclingMethod.CUT_OFF);
    DeclarationText more = text(claim).with("\"share\": \"0.25\"", "\"share\": \"0.2501\"");

    assertThat(findings(world.declare(customer, more)))
        .containsExactly(tuple(WARNING, "footprint.recycled-share-exceeded", RECYCLED + "/share"));
  }

  @Test
  void inputs_that_are_withheld_are_not_judged() {
    SignedStatement shown =
        World.read(taking(new StatementId(UUID.randomUUID())))
            .restrictTo(Set.of(GrantedPart.FIGURES, GrantedPart.DIRECT_EMISSIONS));

    assertThat(findings(shown))
        .containsExactly(tuple(INFO, "disclosure.withheld", "/credentialSubject/inputs"));
  }

  private SignedStatement taking(StatementId claim) {
    return world.declare(customer, text(claim));
  }

  /** 10 kgCO2e per kg of cathode material, and as much for the nickel. */
  private DeclarationText text(StatementId claim) {
    return DeclarationText.cathode(customer.id())
        .takingRecycled(claim, "cutOff", "")
        .with(": \"10\"", ": \"20\"");
  }

  private List<Tuple> findings(SignedStatement signed) {
    return world.judge(signed).stream().map(RecycledInputRuleTest::essence).toList();
  }

  private static Tuple essence(Finding finding) {
    return tuple(finding.severity(), finding.problem().code().code(), finding.problem().pointer());
  }
}
