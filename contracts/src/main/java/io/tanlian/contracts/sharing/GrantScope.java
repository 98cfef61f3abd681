package io.tanlian.contracts.sharing;

import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.StatementId;
import java.util.Collection;
import java.util.List;

/** Which statements of its issuer a grant is about. */
public sealed interface GrantScope {

  /** Whether a statement of the grant's issuer about these products is in scope. */
  boolean covers(StatementId statement, Collection<ProductId> products);

  /** Every product of the issuer, those to come included. */
  record AllProducts() implements GrantScope {
    /** How it is written in place of products. */
    static final String WIRE_NAME = "*";

    @Override
    public boolean covers(StatementId statement, Collection<ProductId> products) {
      return true;
    }
  }

  /** These products; names that RFC 8141 calls equivalent name the same one. */
  record Products(List<ProductId> products) implements GrantScope {
    public Products {
      requireSome(products);
      products = List.copyOf(products);
    }

    @Override
    public boolean covers(StatementId statement, Collection<ProductId> declared) {
      return declared.stream().anyMatch(product -> products.stream().anyMatch(product::names));
    }
  }

  /** These statements only. */
  record Statements(List<StatementId> statements) implements GrantScope {
    public Statements {
      requireSome(statements);
      statements = List.copyOf(statements);
    }

    @Override
    public boolean covers(StatementId statement, Collection<ProductId> products) {
      return statements.contains(statement);
    }
  }

  private static void requireSome(Collection<?> named) {
    if (named.isEmpty()) {
      throw new IllegalArgumentException(
          "a grant names at least one product or statement, or all products by *");
    }
  }
}
