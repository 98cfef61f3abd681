package io.tanlian.verifier.state;

import static io.tanlian.verifier.stock.Batches.MASS_BALANCE;
import static io.tanlian.verifier.stock.Batches.SEGREGATED;
import static io.tanlian.verifier.stock.Batches.old;
import static io.tanlian.verifier.stock.Batches.use;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.identifier.Urn;
import io.tanlian.contracts.material.Batch;
import io.tanlian.contracts.material.BatchId;
import io.tanlian.contracts.material.BatchSource;
import io.tanlian.contracts.material.Boundary;
import io.tanlian.contracts.material.CustodyModel;
import io.tanlian.contracts.material.Denominator;
import io.tanlian.contracts.material.FeedLot;
import io.tanlian.contracts.material.IdentityCode;
import io.tanlian.contracts.material.Material;
import io.tanlian.contracts.material.Origin;
import io.tanlian.contracts.material.RecycledContentClaim;
import io.tanlian.contracts.material.RecycledShare;
import io.tanlian.contracts.material.RecyclingMethod;
import io.tanlian.contracts.pact.PactVersion;
import io.tanlian.contracts.pact.event.EventError;
import io.tanlian.contracts.request.FootprintRequested;
import io.tanlian.contracts.request.RequestAnswer;
import io.tanlian.contracts.request.RequestAnswered;
import io.tanlian.contracts.request.RequestDetails;
import io.tanlian.contracts.rulepack.RulePackPublished;
import io.tanlian.contracts.rulepack.RulePacks;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.ReadStatement;
import io.tanlian.verifier.Company;
import io.tanlian.verifier.World;
import io.tanlian.verifier.stock.Batches;
import io.tanlian.verifier.stock.Market;
import java.math.BigDecimal;
import java.time.Year;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

/** The tags of statements about material, and those that lead to what judging them needs. */
class StatementTagsTest {
  private static final Batch MADE =
      new Batch(
          "b",
          ProductId.parse("urn:example:salt"),
          BigDecimal.TEN,
          null,
          BigDecimal.ONE,
          true,
          List.of(old("Ni", "5")),
          List.of(new IdentityCode("BATTERY-1")));

  private final World world = World.ofParticipants();
  private final Company issuer = world.cathodeMaker;
  private final BatchId one = new BatchId(new StatementId(UUID.randomUUID()), "a");
  private final BatchId other = new BatchId(new StatementId(UUID.randomUUID()), "a");

  @Test
  void a_recovery_has_those_of_its_plant_its_lots_its_batteries_and_what_it_takes() {
    FeedLot batteries =
        new FeedLot(
            "in",
            ProductId.parse("urn:example:batteries"),
            BigDecimal.TEN,
            List.of(old("Ni", "5")),
            null,
            List.of(new IdentityCode("BATTERY-2")));

    assertTags(
        Market.recovery(
            CustodyModel.MASS_BALANCE,
            List.of(batteries, Market.feed(one, "10", old("Ni", "5"))),
            MADE),
        Set.of(
            material(one),
            "plant:urn:example:plant",
            "site:urn:example:plant",
            "product:urn:example:salt",
            "identity:BATTERY-1",
            "identity:BATTERY-2"),
        Set.of(material(one), "plant:urn:example:plant"));
  }

  @Test
  void a_recovery_without_credits_has_no_site() {
    assertThat(
            tags(
                Market.recovery(
                    CustodyModel.SEGREGATED, List.of(Market.feed("10", old("Ni", "5"))), MADE)))
        .noneMatch(tag -> tag.startsWith("site:"));
  }

  @Test
  void a_batch_has_those_of_its_product_its_site_and_what_it_is_made_of() {
    Set<String> common =
        Set.of("product:urn:example:salt", "identity:BATTERY-1", "site:urn:example:site");

    assertTags(Market.begun(BatchSource.COLLECTED, MASS_BALANCE, waste()), common, Set.of());
    assertTags(
        Market.made(
            MASS_BALANCE, MADE, use(one, "5", old("Ni", "1")), use(other, "5", old("Ni", "4"))),
        with(common, material(one), material(other)),
        Set.of(material(one), material(other)));
  }

  @Test
  void a_transfer_has_those_of_its_buyer_too_who_is_to_be_admitted() {
    assertTags(
        Market.offer(world.cellMaker, one, SEGREGATED, MADE),
        Set.of(
            "buyer:" + world.cellMaker.id().value(),
            "product:urn:example:salt",
            "identity:BATTERY-1",
            material(one)),
        Set.of("participant:" + world.cellMaker.id().value(), material(one)));
  }

  @Test
  void an_acceptance_has_that_of_what_is_accepted() {
    assertTags(
        Market.acceptance(one, MASS_BALANCE, MADE),
        Set.of(
            "product:urn:example:salt",
            "identity:BATTERY-1",
            "site:urn:example:site",
            material(one)),
        Set.of(material(one)));
  }

  @Test
  void a_processing_has_those_of_all_that_goes_in_and_all_that_comes_out() {
    assertTags(
        Market.process(
            SEGREGATED,
            List.of(use(one, "5", old("Ni", "1")), use(other, "9", old("Ni", "9"))),
            MADE,
            Batches.of("c", "urn:example:powder", "10", old("Ni", "5"))),
        Set.of(
            "product:urn:example:salt",
            "product:urn:example:powder",
            "identity:BATTERY-1",
            material(one),
            material(other)),
        Set.of(material(one), material(other)));
  }

  @Test
  void a_claim_has_those_of_its_plant_its_product_its_batteries_and_what_backs_it() {
    assertTags(
        new Claim.Claimed(
            new RecycledContentClaim(
                ProductId.parse("urn:example:pack"),
                new Urn("URN:Example:plant"),
                Year.of(2026),
                RecyclingMethod.CFF,
                CustodyModel.MASS_BALANCE,
                List.of(use(one, "5", old("Ni", "1"))),
                List.of(new Denominator(new Material("Ni"), Boundary.PRODUCT, BigDecimal.TEN)),
                List.of(
                    new RecycledShare(
                        new Material("Ni"),
                        Boundary.PRODUCT,
                        Origin.POST_CONSUMER,
                        new BigDecimal("0.1"))),
                List.of(new IdentityCode("BATTERY-3")))),
        Set.of(
            "plant:urn:example:plant",
            "product:urn:example:pack",
            "identity:BATTERY-3",
            material(one)),
        Set.of(material(one)));
  }

  @Test
  void a_correction_has_those_of_what_it_undoes_and_what_it_gives_back() {
    assertTags(
        Market.correction(one.statement(), use(other, "5", old("Ni", "1"))),
        Set.of(material(one), material(other)),
        Set.of("statement:" + one.statement().value(), material(one), material(other)));
  }

  @Test
  void a_rule_pack_has_the_one_of_all_its_versions() {
    ReadStatement read =
        sign(new Claim.Published(new RulePackPublished(RulePacks.all().getFirst())));

    assertThat(StatementTags.of(read))
        .containsExactlyInAnyOrderElementsOf(
            with(own(read, "pack:cn-2025-21"), "type:RulePackPublished"));
    assertThat(StatementTags.sourcesOf(read))
        .containsExactlyInAnyOrderElementsOf(sources(read, Set.of("pack:cn-2025-21")));
  }

  @Test
  void a_request_has_none_and_its_answer_the_one_of_the_request() {
    ReadStatement request =
        sign(
            new Claim.Requested(
                new FootprintRequested(
                    new RequestDetails(
                        ParticipantId.parse("did:web:carmaker.example"),
                        PactVersion.V3,
                        "event-1234",
                        "//carmaker.example",
                        JsonNodeFactory.instance.objectNode()))));
    StatementId asked = request.statement().id();
    String tag = "statement:" + asked.value();
    ReadStatement answer =
        sign(
            new Claim.Answered(
                RequestAnswered.of(
                    asked,
                    new RequestAnswer(
                        null, List.of(), new EventError("NotFound", "nobody knows it")))));

    assertThat(StatementTags.of(request)).hasSize(2).isSubsetOf(own(request, ""));
    assertThat(StatementTags.of(answer)).containsExactlyInAnyOrderElementsOf(own(answer, tag));
    assertThat(StatementTags.sourcesOf(answer))
        .containsExactlyInAnyOrderElementsOf(sources(answer, Set.of(tag)));
  }

  private void assertTags(Claim claim, Set<String> tags, Set<String> sources) {
    ReadStatement read = sign(claim);

    assertThat(StatementTags.of(read))
        .containsExactlyInAnyOrderElementsOf(
            with(
                own(read, "material:" + read.statement().id().value()),
                tags.toArray(String[]::new)));
    assertThat(StatementTags.sourcesOf(read))
        .containsExactlyInAnyOrderElementsOf(sources(read, sources));
  }

  private Set<String> own(ReadStatement read, String more) {
    return Set.of(
        "statement:" + read.statement().id().value(), "issuer:" + issuer.id().value(), more);
  }

  private Set<String> sources(ReadStatement read, Set<String> more) {
    return with(
        more,
        "statement:" + read.statement().id().value(),
        "participant:" + issuer.id().value(),
        "key:" + issuer.kid());
  }

  private Set<String> tags(Claim claim) {
    return StatementTags.of(sign(claim));
  }

  private ReadStatement sign(Claim claim) {
    return World.read(world.sign(issuer, claim));
  }

  private static Batch waste() {
    return new Batch(
        MADE.lot(),
        MADE.product(),
        MADE.mass(),
        null,
        BigDecimal.ONE,
        false,
        MADE.contents(),
        MADE.identities());
  }

  private static String material(BatchId batch) {
    return StatementTags.material(batch.statement());
  }

  private static Set<String> with(Set<String> some, String... more) {
    Set<String> all = new TreeSet<>(some);
    all.addAll(List.of(more));
    return all;
  }
}
