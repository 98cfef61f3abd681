package io.tanlian.verifier.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.material.RecyclingMethod;
import io.tanlian.contracts.statement.ReadStatement;
import io.tanlian.contracts.statement.SignedStatement;
import io.tanlian.verifier.DeclarationText;
import io.tanlian.verifier.Finding;
import io.tanlian.verifier.World;
import io.tanlian.verifier.material.RecycledNickel;
import io.tanlian.verifier.rules.StatementVerifier;
import java.util.Collections;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LedgerStateTest {

  @Test
  void a_key_is_good_from_its_enrolment_until_it_is_replaced_or_revoked() {
    World world = World.inBusiness();

    EnrolledKey replaced = world.state().key(world.cathodeMaker.kid()).orElseThrow();
    assertThat(replaced.enrolledAt()).isEqualTo(3);
    assertThat(replaced.isValidAt(2)).isFalse();
    assertThat(replaced.isValidAt(9)).isTrue();
    assertThat(replaced.isValidAt(10)).isFalse();

    EnrolledKey revoked = world.state().key(world.cellMaker.kid()).orElseThrow();
    assertThat(revoked.isValidAt(12)).isTrue();
    assertThat(revoked.isValidAt(13)).isFalse();
  }

  @Test
  void a_state_stays_what_it_was() {
    World world = World.ofParticipants();
    LedgerState before = world.state();
    StatementId id =
        world
            .append(
                world.declare(world.cathodeMaker, DeclarationText.cathode(world.cathodeMaker.id())))
            .statement()
            .id();

    assertThat(before.statement(id)).isEmpty();
    assertThat(world.state().statement(id)).isPresent();
  }

  @Test
  void a_declaration_knows_what_replaced_it_and_a_grant_what_withdrew_it() {
    World world = World.inBusiness();

    assertThat(statement(world, 6).superseded().orElseThrow().at()).isEqualTo(9);
    assertThat(statement(world, 9).superseded()).isEmpty();
    assertThat(statement(world, 8).withdrawn().orElseThrow().at()).isEqualTo(12);
  }

  @Test
  void judging_from_sourced_entries_finds_what_judging_from_all_entries_finds() {
    World world = World.inBusiness();
    for (int index = 0; index < world.statements().size(); index++) {
      ReadStatement read = world.statements().get(index);
      assertThat(judge(world, read, index, sourced(world, read, index)))
          .as("index %d", index)
          .isEqualTo(judge(world, read, index, replayed(world, index)));
    }
  }

  @Test
  void bad_statements_are_judged_alike_from_sourced_entries() {
    World world = World.inBusiness();
    int index = world.statements().size();
    for (SignedStatement bad : BadStatements.in(world)) {
      ReadStatement read = World.read(bad);
      Iterable<Finding> found = judge(world, read, index, world.state());

      assertThat(found).as("%s", read.statement()).isNotEmpty();
      assertThat(judge(world, read, index, sourced(world, read, index))).isEqualTo(found);
    }
  }

  @Test
  void what_became_of_a_claim_is_found_from_sourced_entries_of_whoever_names_it() {
    World world = World.ofParticipants();
    StatementId claim = RecycledNickel.claimed(world, world.cathodeMaker, RecyclingMethod.CUT_OFF);
    DeclarationText cell =
        DeclarationText.cathode(world.cellMaker.id())
            .takingRecycled(claim, "cutOff", "")
            .with(": \"10\"", ": \"20\"");
    assertThat(sourcedFindings(world, cell)).isEmpty();

    world.append(world.sign(world.cathodeMaker, RecycledNickel.correction(world, claim)));
    assertThat(sourcedFindings(world, cell)).isNotEmpty();
  }

  /** The same from sourced entries as from all. */
  private static Iterable<Finding> sourcedFindings(World world, DeclarationText text) {
    ReadStatement read = World.read(world.declare(world.cellMaker, text));
    int index = world.statements().size();
    Iterable<Finding> found = judge(world, read, index, sourced(world, read, index));
    assertThat(found).isEqualTo(judge(world, read, index, world.state()));
    return found;
  }

  private static KnownStatement statement(World world, int index) {
    return world.state().statement(world.statements().get(index).statement().id()).orElseThrow();
  }

  private static Iterable<Finding> judge(
      World world, ReadStatement read, int index, LedgerState state) {
    return StatementVerifier.judge(read, state, world.contextAt(index));
  }

  private static LedgerState replayed(World world, int end) {
    LedgerState state = LedgerState.EMPTY;
    for (int index = 0; index < end; index++) {
      state = state.evolve(index, world.statements().get(index));
    }
    return state;
  }

  /** As admission does: only entries that carry one of the tags. */
  private static LedgerState sourced(World world, ReadStatement read, int end) {
    Set<String> sources = StatementTags.sourcesOf(read);
    LedgerState state = LedgerState.EMPTY;
    for (int index = 0; index < end; index++) {
      if (!Collections.disjoint(world.entry(index).tags(), sources)) {
        state = state.evolve(index, world.statements().get(index));
      }
    }
    return state;
  }
}
