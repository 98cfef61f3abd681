package io.tanlian.verifier.rules;

import static io.tanlian.verifier.Severity.ERROR;
import static io.tanlian.verifier.Severity.INFO;
import static io.tanlian.verifier.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.key.KeyEnrolled;
import io.tanlian.contracts.key.KeyProof;
import io.tanlian.contracts.key.SignatureAlgorithm;
import io.tanlian.contracts.key.SigningKey;
import io.tanlian.contracts.material.RecyclingMethod;
import io.tanlian.contracts.participant.Role;
import io.tanlian.contracts.sharing.GrantScope;
import io.tanlian.contracts.sharing.GrantedPart;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.SignedStatement;
import io.tanlian.verifier.Company;
import io.tanlian.verifier.DeclarationText;
import io.tanlian.verifier.Finding;
import io.tanlian.verifier.Severity;
import io.tanlian.verifier.World;
import io.tanlian.verifier.material.RecycledNickel;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ListAssert;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StatementVerifierTest {
  private final World world = World.ofParticipants();
  private final Company operator = world.operator;
  private final Company maker = world.cathodeMaker;
  private final Company customer = world.cellMaker;
  private final DeclarationText cathode = DeclarationText.cathode(maker.id());

  @Test
  void honest_business_gives_no_findings() {
    World honest = World.inBusiness();
    World again = new World();
    for (var read : honest.statements()) {
      assertThat(again.judge(read.signed())).as("%s", read.statement()).isEmpty();
      again.append(read.signed());
    }
  }

  @Nested
  class A_statement {
    @Test
    void signed_for_another_ledger_is_refused() {
      assertFindings(world.sign(maker, newId(), world.now(), "other.example/log", cathode.claim()))
          .containsExactly(tuple(ERROR, "statement.wrong-audience", "/aud"));
    }

    @Test
    void of_someone_not_admitted_is_refused() {
      Company stranger =
          new Company(ParticipantId.parse("did:web:nobody.example"), Company.newKey());

      assertFindings(world.grant(stranger, customer))
          .containsExactly(tuple(ERROR, "participant.unknown", "/issuer"));
    }

    @Test
    void signed_with_a_key_nobody_enrolled_is_refused() {
      assertFindings(world.declare(maker.withKey(Company.newKey()), cathode))
          .containsExactly(tuple(ERROR, "key.unknown", ""));
    }

    @Test
    void signed_with_another_s_key_is_refused() {
      assertFindings(world.declare(maker.withKey(customer.key()), cathode))
          .containsExactly(tuple(ERROR, "key.not-issuers", ""));
    }

    @Test
    void signed_with_a_revoked_key_is_refused() {
      world.append(world.revoke(operator, maker.kid()));

      assertFindings(world.declare(maker, cathode))
          .containsExactly(tuple(ERROR, "key.revoked", ""));
    }

    @Test
    void signed_with_a_replaced_key_is_refused_and_with_the_new_one_accepted() {
      SigningKey next = Company.newKey();
      world.append(world.rotate(maker, next));

      assertFindings(world.declare(maker, cathode))
          .containsExactly(tuple(ERROR, "key.revoked", ""));
      assertFindings(world.declare(maker.withKey(next), cathode)).isEmpty();
    }

    @Test
    void changed_after_it_was_signed_is_refused() {
      SignedStatement signed = world.grant(maker, customer);
      int signatureAt = signed.jwt().lastIndexOf('.') + 1;
      char first = signed.jwt().charAt(signatureAt);
      String changed =
          signed.jwt().substring(0, signatureAt)
              + (first == 'A' ? 'B' : 'A')
              + signed.jwt().substring(signatureAt + 1);

      assertFindings(new SignedStatement(changed, List.of()))
          .containsExactly(tuple(ERROR, "signature.invalid", ""));
    }

    @Test
    void sent_again_under_its_id_with_other_content_is_a_conflict() {
      StatementId id = newId();
      world.append(world.sign(maker, id, world.now(), World.ORIGIN, cathode.claim()));
      Claim other = DeclarationText.cathode(maker.id()).claim();

      assertFindings(world.sign(maker, id, world.now(), World.ORIGIN, other))
          .containsExactly(tuple(ERROR, "statement.id-conflict", "/id"));
    }

    @Test
    void issued_five_minutes_ahead_is_accepted_and_a_second_more_is_not() {
      assertFindings(issuedAhead(Duration.ofMinutes(5))).isEmpty();
      assertFindings(issuedAhead(Duration.ofMinutes(5).plusSeconds(1)))
          .containsExactly(tuple(ERROR, "statement.issued-in-future", "/validFrom"));
    }

    private SignedStatement issuedAhead(Duration ahead) {
      return world.sign(maker, newId(), world.now().plus(ahead), World.ORIGIN, cathode.claim());
    }
  }

  @Nested
  class The_beginning {
    private final World empty = new World();

    @Test
    void is_the_operator_admitting_itself() {
      assertThat(codes(empty.judge(empty.grant(empty.operator, empty.cellMaker))))
          .containsExactly("ledger.genesis-invalid");
      assertThat(codes(empty.judge(empty.admit(empty.operator, Role.SUPPLIER))))
          .containsExactly("ledger.genesis-invalid");
      assertThat(codes(empty.judge(empty.admit(empty.cellMaker, Role.OPERATOR))))
          .containsExactly("ledger.genesis-invalid");
    }

    @Test
    void goes_on_with_the_key_that_signed_both() {
      empty.append(empty.admit(empty.operator, Role.OPERATOR));
      Company withOtherKey = empty.operator.withKey(Company.newKey());

      assertThat(codes(empty.judge(empty.admit(empty.cellMaker, Role.SUPPLIER))))
          .containsExactly("ledger.genesis-invalid");
      assertThat(codes(empty.judge(empty.enrol(withOtherKey, withOtherKey))))
          .containsExactly("ledger.genesis-invalid");
      assertThat(codes(empty.judge(empty.enrol(withOtherKey, empty.operator))))
          .containsExactly("signature.invalid");
      assertThat(empty.judge(empty.enrol(empty.operator, empty.operator))).isEmpty();
    }
  }

  @Nested
  class Roles {
    @Test
    void only_the_operator_admits() {
      Company newcomer = new Company(ParticipantId.parse("did:web:new.example"), maker.key());
      Claim.Admitted admission =
          (Claim.Admitted) World.read(world.admit(newcomer, Role.SUPPLIER)).statement().claim();

      assertFindings(world.sign(maker, admission))
          .containsExactly(tuple(ERROR, "participant.role-missing", "/issuer"));
      assertFindings(world.sign(operator, admission)).isEmpty();
    }

    @Test
    void only_suppliers_declare() {
      DeclarationText own = DeclarationText.cathode(customer.id());

      assertFindings(world.declare(operator, own))
          .containsExactly(tuple(ERROR, "participant.role-missing", "/issuer"));
      assertFindings(world.declare(customer, own)).isEmpty();
    }

    @Test
    void keys_of_others_are_the_operator_s_and_the_owner_s_business() {
      Company second = customer.withKey(Company.newKey());

      assertFindings(world.enrol(maker, second))
          .containsExactly(tuple(ERROR, "access.denied", "/credentialSubject/participant"));
      assertFindings(world.enrol(customer, second)).isEmpty();
      assertFindings(world.enrol(operator, second)).isEmpty();
      assertFindings(world.revoke(maker, customer.kid()))
          .containsExactly(tuple(ERROR, "access.denied", "/credentialSubject/key"));
      assertFindings(world.revoke(customer, customer.kid())).isEmpty();
    }
  }

  @Nested
  class A_key {
    @Test
    void is_enrolled_for_participants_only() {
      Company stranger =
          new Company(ParticipantId.parse("did:web:nobody.example"), Company.newKey());

      assertFindings(world.enrol(operator, stranger))
          .containsExactly(tuple(ERROR, "participant.unknown", "/credentialSubject/participant"));
    }

    @Test
    void needs_proof_that_its_owner_has_it() {
      SigningKey theirs = Company.newKey();
      Claim.Enrolled stolen =
          new Claim.Enrolled(
              new KeyEnrolled(
                  maker.id(),
                  theirs.publicKey(),
                  KeyProof.create(Company.newKey(), maker.id(), World.ORIGIN)));

      assertFindings(world.sign(operator, stolen))
          .containsExactly(
              tuple(ERROR, "key.proof-invalid", "/credentialSubject/proofOfPossession"));
    }

    @Test
    void is_enrolled_once() {
      assertFindings(world.enrol(operator, maker))
          .containsExactly(tuple(ERROR, "key.already-enrolled", "/credentialSubject/key"));
    }

    @Test
    void of_another_algorithm_signs_too() {
      Company second =
          maker.withKey(SigningKey.generate(SignatureAlgorithm.ES256, new SecureRandom()));
      world.append(world.enrol(operator, second));

      assertFindings(world.declare(second, cathode)).isEmpty();
    }

    @Test
    void that_is_not_in_use_cannot_be_given_up() {
      assertFindings(world.revoke(operator, Company.newKey().publicKey().kid()))
          .containsExactly(tuple(ERROR, "key.unknown", "/credentialSubject/key"));
      world.append(world.revoke(operator, maker.kid()));
      assertFindings(world.revoke(operator, maker.kid()))
          .containsExactly(tuple(ERROR, "key.revoked", "/credentialSubject/key"));
    }

    @Test
    void is_replaced_by_its_owner() {
      SigningKey next = Company.newKey();
      Claim theirs = World.read(world.rotate(maker, next)).statement().claim();

      assertFindings(world.sign(customer, theirs))
          .contains(tuple(ERROR, "key.not-issuers", "/credentialSubject/replaces"));
    }
  }

  @Test
  void a_participant_is_admitted_once() {
    assertFindings(world.admit(maker, Role.AUDITOR))
        .containsExactly(
            tuple(ERROR, "participant.already-admitted", "/credentialSubject/participant"));
  }

  @Nested
  class References_to_earlier_statements {
    private static final String STATEMENT_OF_INPUT = "/credentialSubject/inputs/0/statement";

    private final StatementId declared =
        world.append(world.declare(maker, cathode)).statement().id();
    private final StatementId granted = world.append(world.grant(maker, customer)).statement().id();

    @Test
    void an_upstream_statement_is_on_the_ledger_declares_the_product_and_is_in_force() {
      assertFindings(cell(declared)).isEmpty();
      assertFindings(cell(newId())).contains(tuple(ERROR, "reference.unknown", STATEMENT_OF_INPUT));
      assertFindings(cell(granted))
          .contains(tuple(ERROR, "reference.wrong-type", STATEMENT_OF_INPUT));
      assertFindings(
              world.declare(
                  customer,
                  DeclarationText.cell(customer.id(), declared)
                      .with(DeclarationText.CATHODE, "urn:gtin:06901234567878")))
          .contains(tuple(ERROR, "reference.wrong-product", STATEMENT_OF_INPUT));

      world.append(world.withdraw(maker, declared));
      assertFindings(cell(declared))
          .containsExactly(tuple(WARNING, "reference.withdrawn", STATEMENT_OF_INPUT));
    }

    @Test
    void a_statement_cannot_be_its_own_input() {
      StatementId own = newId();

      assertFindings(
              world.sign(
                  customer,
                  own,
                  world.now(),
                  World.ORIGIN,
                  DeclarationText.cell(customer.id(), own).claim()))
          .contains(tuple(ERROR, "reference.not-earlier", STATEMENT_OF_INPUT));
    }

    @Test
    void a_footprint_replaces_earlier_ones_of_its_issuer() {
      String pointer = "/credentialSubject/productFootprint/precedingPfIds/0";
      DeclarationText next = DeclarationText.cathode(maker.id());
      DeclarationText foreign = DeclarationText.cathode(customer.id());

      assertFindings(world.declare(maker, next.replacing(cathode.footprintId()))).isEmpty();
      assertFindings(world.declare(maker, next.replacing(UUID.randomUUID().toString())))
          .containsExactly(tuple(ERROR, "reference.unknown", pointer));
      assertFindings(world.declare(maker, next.replacing(next.footprintId())))
          .containsExactly(tuple(ERROR, "reference.not-earlier", pointer));
      assertFindings(world.declare(customer, foreign.replacing(cathode.footprintId())))
          .containsExactly(tuple(ERROR, "reference.not-yours", pointer));
    }

    @Test
    void a_footprint_id_is_used_once() {
      DeclarationText again = DeclarationText.cathode(maker.id()).with("P-1", "P-2");

      assertFindings(world.declare(maker, again.with(again.footprintId(), cathode.footprintId())))
          .containsExactly(
              tuple(ERROR, "footprint.id-conflict", "/credentialSubject/productFootprint/id"));
    }

    @Test
    void one_withdraws_one_s_own_declarations_and_grants() {
      String pointer = "/credentialSubject/statement";

      assertFindings(world.withdraw(maker, declared)).isEmpty();
      assertFindings(world.withdraw(maker, granted)).isEmpty();
      assertFindings(world.withdraw(customer, declared))
          .containsExactly(tuple(ERROR, "reference.not-yours", pointer));
      assertFindings(world.withdraw(maker, newId()))
          .containsExactly(tuple(ERROR, "reference.unknown", pointer));
      assertFindings(world.withdraw(operator, world.statements().get(3).statement().id()))
          .containsExactly(tuple(ERROR, "reference.wrong-type", pointer));

      world.append(world.withdraw(maker, granted));
      assertFindings(world.withdraw(maker, granted))
          .containsExactly(tuple(WARNING, "reference.withdrawn", pointer));
    }

    @Test
    void one_grants_sight_of_one_s_own_statements() {
      GrantScope scope = new GrantScope.Statements(List.of(declared, newId()));

      assertFindings(world.grant(maker, customer, scope))
          .containsExactly(tuple(ERROR, "reference.unknown", "/credentialSubject/statements/1"));
      assertFindings(world.grant(customer, maker, scope))
          .contains(tuple(ERROR, "reference.not-yours", "/credentialSubject/statements/0"));
    }

    private SignedStatement cell(StatementId upstream) {
      return world.declare(customer, DeclarationText.cell(customer.id(), upstream));
    }
  }

  @Nested
  class Figures {
    private static final String PCF = "/credentialSubject/productFootprint/pcf";
    private static final String VALIDITY = "/credentialSubject/productFootprint/validityPeriodEnd";

    @Test
    void a_footprint_names_its_issuer_as_its_company() {
      assertFindings(world.declare(maker, cathode.with(maker.id().value(), customer.id().value())))
          .containsExactly(
              tuple(
                  ERROR,
                  "footprint.company-missing",
                  "/credentialSubject/productFootprint/companyIds"));
    }

    @Test
    void a_total_is_the_sum_of_its_parts_within_a_thousandth() {
      assertFindings(world.declare(maker, total("10.01"))).isEmpty();
      assertFindings(world.declare(maker, total("10.02")))
          .containsExactly(
              tuple(WARNING, "footprint.parts-mismatch", PCF + "/pcfExcludingBiogenicUptake"));
    }

    @Test
    void a_footprint_follows_from_its_inputs_within_a_hundredth() {
      assertFindings(world.declare(maker, cathode.with("\"4000\"", "\"4100\""))).isEmpty();
      assertFindings(world.declare(maker, cathode.with("\"4000\"", "\"5000\"")))
          .containsExactlyInAnyOrder(
              tuple(WARNING, "footprint.inputs-mismatch", PCF + "/fossilGhgEmissions"),
              tuple(WARNING, "footprint.inputs-mismatch", PCF + "/pcfExcludingBiogenicUptake"),
              tuple(WARNING, "footprint.inputs-mismatch", PCF + "/pcfIncludingBiogenicUptake"));
    }

    @Test
    void a_supplier_s_figure_is_used_as_its_statement_gives_it() {
      StatementId upstream = world.append(world.declare(maker, cathode)).statement().id();
      DeclarationText cell = DeclarationText.cell(customer.id(), upstream);

      assertFindings(world.declare(customer, cell)).isEmpty();
      assertFindings(world.declare(customer, cell.with("\"50\"", "\"60\"")))
          .contains(tuple(WARNING, "footprint.inputs-mismatch", PCF + "/fossilGhgEmissions"));
    }

    @Test
    void a_recycled_input_counts_by_its_method() {
      StatementId claim = RecycledNickel.claimed(world, maker, RecyclingMethod.CUT_OFF);
      DeclarationText recycled = cathode.takingRecycled(claim, "cutOff", "");

      assertFindings(world.declare(maker, recycled.with(": \"10\"", ": \"20\""))).isEmpty();
      assertFindings(world.declare(maker, recycled.with(": \"10\"", ": \"22\"")))
          .contains(tuple(WARNING, "footprint.inputs-mismatch", PCF + "/fossilGhgEmissions"));
    }

    @Test
    void recycled_inputs_count_by_one_method_or_are_doubtful() {
      // By CFF the nickel has 0.75 * 12 + 0.25 * (0.5 * 4 + 0.5 * 12 * 1) = 11 kgCO2e per kg.
      StatementId byCff = RecycledNickel.claimed(world, maker, RecyclingMethod.CFF);
      StatementId byCutOff = RecycledNickel.claimed(world, maker, RecyclingMethod.CUT_OFF);
      DeclarationText cff =
          cathode.takingRecycled(
              byCff, "cff", ", \"circular\": {\"a\": \"0.5\", \"quality\": \"1\"}");

      assertFindings(world.declare(maker, cff.with(": \"10\"", ": \"21\""))).isEmpty();
      assertFindings(
              world.declare(
                  maker, cff.takingRecycled(byCutOff, "cutOff", "").with(": \"10\"", ": \"31\"")))
          .containsExactly(tuple(WARNING, "footprint.methods-mixed", "/credentialSubject/inputs"));
    }

    @Test
    void an_input_without_any_figure_is_not_judged() {
      StatementId upstream = world.append(world.declare(maker, cathode)).statement().id();
      DeclarationText loose =
          new DeclarationText(
              DeclarationText.cell(customer.id(), upstream)
                  .json()
                  .replaceAll(",\\s*\"statement\": \"[^\"]*\"", ""));

      assertFindings(world.declare(customer, loose))
          .containsExactly(tuple(INFO, "footprint.not-comparable", "/credentialSubject/inputs"));
    }

    @Test
    void at_most_three_percent_is_exempted() {
      assertFindings(world.declare(maker, exempted("3"))).isEmpty();
      assertFindings(world.declare(maker, exempted("3.01")))
          .containsExactly(
              tuple(WARNING, "footprint.exemptions-exceeded", PCF + "/exemptedEmissionsPercent"));
    }

    @Test
    void validity_ends_three_years_after_the_reference_period() {
      assertFindings(world.declare(maker, validUntil(cathode, "2028-12-31T00:00:00Z"))).isEmpty();
      assertFindings(world.declare(maker, validUntil(cathode, "2028-12-31T00:00:01Z")))
          .containsExactly(tuple(WARNING, "footprint.validity-exceeded", VALIDITY));
    }

    @Test
    void validity_ends_with_the_earliest_input() {
      StatementId upstream =
          world
              .append(world.declare(maker, validUntil(cathode, "2027-06-30T00:00:00Z")))
              .statement()
              .id();
      DeclarationText cell = DeclarationText.cell(customer.id(), upstream);

      assertFindings(world.declare(customer, validUntil(cell, "2027-06-30T00:00:00Z"))).isEmpty();
      assertFindings(world.declare(customer, cell))
          .containsExactly(tuple(WARNING, "footprint.outlives-input", VALIDITY));
    }

    private DeclarationText total(String total) {
      return cathode.with(
          "\"pcfExcludingBiogenicUptake\": \"10\"",
          "\"pcfExcludingBiogenicUptake\": \"%s\"".formatted(total));
    }

    private DeclarationText exempted(String percent) {
      return cathode.with(
          "\"exemptedEmissionsPercent\": \"0\"",
          "\"exemptedEmissionsPercent\": \"%s\"".formatted(percent));
    }

    private static DeclarationText validUntil(DeclarationText declaration, String end) {
      return declaration.with(
          "\"companyName\"", "\"validityPeriodEnd\": \"%s\", \"companyName\"".formatted(end));
    }
  }

  @Nested
  class What_is_withheld {
    private final SignedStatement signed = world.declare(maker, cathode);

    @Test
    void is_never_a_pass() {
      assertFindings(shown(Set.of()))
          .containsExactlyInAnyOrder(
              withheld("/credentialSubject/productFootprint/pcf"),
              withheld("/credentialSubject/productFootprint/pcf/exemptedEmissionsPercent"),
              withheld("/credentialSubject/inputs"),
              withheld("/credentialSubject/directEmissions"));
    }

    @Test
    void is_named_by_its_part() {
      assertFindings(shown(Set.of(GrantedPart.FIGURES, GrantedPart.INPUTS)))
          .containsExactly(withheld("/credentialSubject/directEmissions"));
      assertFindings(shown(Set.of(GrantedPart.FIGURES, GrantedPart.DIRECT_EMISSIONS)))
          .containsExactly(withheld("/credentialSubject/inputs"));
    }

    @Test
    void by_a_supplier_leaves_the_customer_s_figures_unjudged() {
      StatementId upstream = world.append(shown(Set.of())).statement().id();

      assertFindings(world.declare(customer, DeclarationText.cell(customer.id(), upstream)))
          .containsExactly(withheld("/credentialSubject/inputs"));
    }

    private SignedStatement shown(Set<GrantedPart> parts) {
      return World.read(signed).restrictTo(parts);
    }

    private static Tuple withheld(String pointer) {
      return tuple(INFO, "disclosure.withheld", pointer);
    }
  }

  private ListAssert<Tuple> assertFindings(SignedStatement signed) {
    return assertThat(world.judge(signed).stream().map(StatementVerifierTest::essence).toList());
  }

  private static Tuple essence(Finding finding) {
    Severity severity = finding.severity();
    return tuple(severity, finding.problem().code().code(), finding.problem().pointer());
  }

  private static List<String> codes(List<Finding> findings) {
    return findings.stream().map(finding -> finding.problem().code().code()).toList();
  }

  private static StatementId newId() {
    return new StatementId(UUID.randomUUID());
  }
}
