package io.tanlian.contracts.statement;

import static io.tanlian.contracts.problem.Outcomes.accepted;
import static io.tanlian.contracts.statement.StatementExamples.CLAIMS;
import static io.tanlian.contracts.statement.StatementExamples.read;
import static io.tanlian.contracts.statement.StatementExamples.signed;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.sharing.GrantedPart;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DisclosedClaimTest {
  @Test
  void it_is_the_claim_that_reading_the_restricted_statement_gives() {
    int withheld = 0;
    for (Claim claim : CLAIMS) {
      SignedStatement signed = signed(claim);
      for (Set<GrantedPart> parts : everySetOfParts()) {
        ReadStatement restricted = read(read(signed).restrictTo(parts));

        assertThat(accepted(DisclosedClaim.of(signed, parts)))
            .as(claim.type() + " " + parts)
            .isEqualTo(restricted.disclosedClaim());
        withheld += restricted.complete() ? 0 : 1;
      }
    }
    assertThat(withheld).isGreaterThan(10);
  }

  @Test
  void a_disclosure_that_was_changed_shows_nothing() {
    SignedStatement declared =
        signed(
            CLAIMS.stream()
                .filter(claim -> claim instanceof Claim.Declared)
                .findFirst()
                .orElseThrow());
    String disclosure = declared.disclosures().getFirst();
    char last = disclosure.charAt(disclosure.length() - 1);
    String changed = disclosure.substring(0, disclosure.length() - 1) + (last == 'A' ? 'B' : 'A');

    assertThat(
            accepted(
                DisclosedClaim.of(
                    declared.withDisclosures(List.of(changed)), EnumSet.allOf(GrantedPart.class))))
        .isEqualTo(accepted(DisclosedClaim.of(declared, Set.of())));
  }

  private static List<Set<GrantedPart>> everySetOfParts() {
    List<Set<GrantedPart>> sets = new ArrayList<>();
    GrantedPart[] all = GrantedPart.values();
    for (int bits = 0; bits < 1 << all.length; bits++) {
      Set<GrantedPart> set = EnumSet.noneOf(GrantedPart.class);
      for (int i = 0; i < all.length; i++) {
        if ((bits & 1 << i) != 0) {
          set.add(all[i]);
        }
      }
      sets.add(set);
    }
    return sets;
  }
}
