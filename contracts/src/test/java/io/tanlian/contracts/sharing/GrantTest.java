package io.tanlian.contracts.sharing;

import static io.tanlian.contracts.problem.Outcomes.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.identifier.Lei;
import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.statement.Claim;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GrantTest {
  private static final StatementId STATEMENT =
      StatementId.parse("urn:uuid:0192d3a4-5b6c-7d8e-9f01-23456789abcd");
  private static final StatementId ANOTHER = new StatementId(new UUID(1, 2));
  private static final ProductId CELL = ProductId.parse("urn:example:cell%2f1");
  private static final ProductId PACK = ProductId.parse("urn:example:pack");

  @Test
  void a_grant_of_products_covers_them_under_any_equivalent_name() {
    GrantScope scope = new GrantScope.Products(List.of(CELL));
    assertThat(scope.covers(STATEMENT, List.of(PACK, ProductId.parse("URN:Example:cell%2F1"))))
        .isTrue();
    assertThat(scope.covers(STATEMENT, List.of(PACK))).isFalse();
    assertThat(scope.covers(STATEMENT, List.of())).isFalse();
  }

  @Test
  void a_grant_of_statements_covers_no_other_statement_of_the_same_product() {
    GrantScope scope = new GrantScope.Statements(List.of(STATEMENT));
    assertThat(scope.covers(STATEMENT, List.of(CELL))).isTrue();
    assertThat(scope.covers(ANOTHER, List.of(CELL))).isFalse();
  }

  @Test
  void a_grant_of_all_products_covers_everything() {
    assertThat(new GrantScope.AllProducts().covers(ANOTHER, List.of())).isTrue();
  }

  @Test
  void a_grant_no_longer_holds_at_its_end() {
    Grant grant = grant(new GrantScope.AllProducts());
    assertThat(grant.holdsAt(Instant.parse("2027-01-30T23:59:59Z"))).isTrue();
    assertThat(grant.holdsAt(Instant.parse("2027-01-31T00:00:00Z"))).isFalse();
  }

  @Test
  void every_scope_is_read_from_its_own_json_as_it_was() {
    for (GrantScope scope :
        List.of(
            new GrantScope.AllProducts(),
            new GrantScope.Products(List.of(CELL, PACK)),
            new GrantScope.Statements(List.of(STATEMENT, ANOTHER)))) {
      Claim claim = new Claim.Granted(grant(scope));
      assertThat(accepted(Claim.parse(claim.type(), claim.toJson()))).isEqualTo(claim);
    }
  }

  private static Grant grant(GrantScope scope) {
    return new Grant(
        new Lei("506700GE1G29325QX363"),
        scope,
        Set.of(GrantedPart.INPUTS, GrantedPart.FIGURES),
        "Battery passport",
        Instant.parse("2027-01-31T00:00:00Z"));
  }
}
