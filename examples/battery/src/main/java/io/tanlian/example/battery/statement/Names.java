package io.tanlian.example.battery.statement;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.pact.v3.FootprintId;
import io.tanlian.contracts.rulepack.RulePack;
import io.tanlian.example.battery.chain.Company;
import io.tanlian.example.battery.chain.Product;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Ids that are the same at every run (UUIDs from names, RFC 9562 section 5.3), so that loading a
 * chain twice changes nothing.
 */
final class Names {
  private static final String NAMESPACE = "urn:tanlian-demo:statement:";

  private Names() {}

  static StatementId admission(Company company) {
    return statement("admission:" + company.key());
  }

  static StatementId enrolment(Company company, String kid) {
    return statement("key:" + company.key() + ":" + kid);
  }

  static StatementId declaration(Product product) {
    return statement("declaration:" + product.id().value());
  }

  static StatementId grant(Company owner, Company recipient) {
    return statement("grant:" + owner.key() + ":" + recipient.key());
  }

  static StatementId movement(String name) {
    return statement("material:" + name);
  }

  static StatementId rulePack(RulePack pack) {
    return statement("rule-pack:" + pack.id() + ":" + pack.version());
  }

  static FootprintId footprint(Product product) {
    return FootprintId.of(uuid("footprint:" + product.id().value()));
  }

  private static StatementId statement(String name) {
    return new StatementId(uuid(name));
  }

  private static UUID uuid(String name) {
    return UUID.nameUUIDFromBytes((NAMESPACE + name).getBytes(StandardCharsets.UTF_8));
  }
}
