package io.tanlian.verifier.state;

import static io.tanlian.verifier.energy.Certificates.WIND;
import static io.tanlian.verifier.energy.Certificates.certificate;
import static io.tanlian.verifier.energy.Certificates.claim;
import static io.tanlian.verifier.energy.Certificates.correction;
import static io.tanlian.verifier.energy.Certificates.transfer;
import static io.tanlian.verifier.energy.Certificates.use;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.ReadStatement;
import io.tanlian.verifier.World;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The tags of statements about energy certificates, and those that judging them needs. */
class EnergyTagsTest {
  private static final String CONSUMPTION = "consumption:urn:example:smelter/aluminium";

  private final World world = World.ofParticipants();
  private final StatementId one = new StatementId(UUID.randomUUID());
  private final StatementId other = new StatementId(UUID.randomUUID());
  private final String buyer = world.cellMaker.id().value();

  @Test
  void a_certificate_has_those_of_its_holder_and_of_the_blocks_of_its_numbers() {
    Set<String> blocks =
        Set.of("certificate:registry.example/GO/0", "certificate:registry.example/GO/1");
    Claim certificate = certificate("GO9999", "GO10000", WIND, "2", world.cellMaker.id(), null);

    assertTags(certificate, with(blocks, "holder:" + buyer), with(blocks, "participant:" + buyer));
    assertTags(
        certificate("GO9999", "GO10000", WIND, "2", null, null),
        with(blocks, "holder:" + world.cathodeMaker.id().value()),
        blocks);
    assertTags(
        correction(one, certificate),
        with(blocks, energy(one)),
        Set.of(energy(one), "statement:" + one.value()));
  }

  @Test
  void a_transfer_has_those_of_its_recipient_and_of_what_is_handed_over() {
    assertTags(
        transfer(one, world.cellMaker.id(), "1"),
        Set.of("holder:" + buyer, energy(one)),
        Set.of("participant:" + buyer, energy(one)));
  }

  @Test
  void a_claim_has_those_of_its_plant_its_step_and_what_it_cancels() {
    Claim claim = claim("10", use(one, "1"), use(other, "2"));

    assertTags(
        claim,
        Set.of("plant:urn:example:smelter", CONSUMPTION, energy(one), energy(other)),
        Set.of(CONSUMPTION, energy(one), energy(other)));
    StatementId wrong = new StatementId(UUID.randomUUID());
    assertTags(
        correction(wrong, claim),
        Set.of(CONSUMPTION, energy(one), energy(other), energy(wrong)),
        Set.of(energy(one), energy(other), energy(wrong), "statement:" + wrong.value()));
  }

  private void assertTags(Claim claim, Set<String> tags, Set<String> sources) {
    ReadStatement read = World.read(world.sign(world.cathodeMaker, claim));
    StatementId id = read.statement().id();

    assertThat(StatementTags.of(read))
        .containsExactlyInAnyOrderElementsOf(
            with(
                tags,
                "statement:" + id.value(),
                "issuer:" + world.cathodeMaker.id().value(),
                energy(id)));
    assertThat(StatementTags.sourcesOf(read))
        .containsExactlyInAnyOrderElementsOf(
            with(
                sources,
                "statement:" + id.value(),
                "participant:" + world.cathodeMaker.id().value(),
                "key:" + world.cathodeMaker.kid()));
  }

  private static String energy(StatementId id) {
    return "energy:" + id.value();
  }

  private static Set<String> with(Set<String> some, String... more) {
    Set<String> all = new TreeSet<>(some);
    all.addAll(Set.of(more));
    return all;
  }
}
