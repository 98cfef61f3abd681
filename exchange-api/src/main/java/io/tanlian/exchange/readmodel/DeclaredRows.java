package io.tanlian.exchange.readmodel;

import io.tanlian.contracts.pact.translation.CpcCode;
import io.tanlian.contracts.pact.v3.FootprintTerms;
import io.tanlian.contracts.pact.v3.Geography;
import io.tanlian.contracts.pact.v3.ProductFootprint;
import io.tanlian.contracts.pact.v3.ReferencePeriod;
import io.tanlian.contracts.statement.Statement;
import java.sql.Array;
import java.sql.SQLException;
import java.util.function.Function;

/** What a declared footprint adds to the read models. */
final class DeclaredRows {

  private static final String DECLARED =
      """
      INSERT INTO %s.declaration
        (position, statement, issuer, footprint, product_ids, company_ids, status,
         product_terms, company_terms, classifications, places, geography_field, geography, cpc,
         created, valid_from, valid_until, reference_start, reference_end)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (position) DO NOTHING
      """;

  private static final String SUPERSEDED =
      """
      UPDATE %s.declaration SET ended_at = ?
      WHERE issuer = ? AND footprint = ANY (?) AND ended_at IS NULL AND position < ?
      """;

  /** Grants may name products and statements before they are declared. */
  private static final String OPENED_BY_EARLIER_GRANTS =
      """
      INSERT INTO %1$s.granted (recipient, declaration, consent)
      SELECT recipient, ?, position FROM %1$s.consent
      WHERE grantor = ? AND products <> '{*}' AND products && ? AND position < ?
      UNION
      SELECT recipient, ?, position FROM %1$s.consent
      WHERE grantor = ? AND statements @> ARRAY[?::uuid] AND position < ?
      ON CONFLICT DO NOTHING
      """;

  private DeclaredRows() {}

  static void add(
      ReadModelWrites writes, long index, Statement statement, ProductFootprint footprint)
      throws SQLException {
    Array products = writes.texts(footprint.productIds(), product -> product.urn().normalized());
    FootprintTerms terms = FootprintTerms.of(footprint);
    Geography geography = footprint.pcf().geography();
    ReferencePeriod reference = footprint.pcf().referencePeriod();
    writes.insert(
        DECLARED,
        index,
        statement.id().uuid(),
        statement.issuer().value(),
        footprint.id().uuid(),
        products,
        writes.texts(footprint.companyIds(), Object::toString),
        footprint.status().wireName(),
        writes.texts(terms.productIds(), Function.identity()),
        writes.texts(terms.companyIds(), Function.identity()),
        writes.texts(terms.classifications(), Function.identity()),
        writes.texts(terms.places(), Function.identity()),
        geography == null ? null : geography.wireName(),
        geography == null ? null : geography.value(),
        CpcCode.of(footprint.productClassifications()).map(CpcCode::code).orElse(null),
        ReadModelWrites.time(footprint.created().instant()),
        ReadModelWrites.time(terms.validFrom()),
        ReadModelWrites.time(terms.validUntil()),
        ReadModelWrites.time(reference.start().instant()),
        ReadModelWrites.time(reference.end().instant()));
    writes.update(
        OPENED_BY_EARLIER_GRANTS,
        index,
        statement.issuer().value(),
        products,
        index,
        index,
        statement.issuer().value(),
        statement.id().uuid(),
        index);
    if (!footprint.precedingPfIds().isEmpty()) {
      writes.update(
          SUPERSEDED,
          index,
          statement.issuer().value(),
          writes.array(
              "uuid",
              footprint.precedingPfIds().stream().map(preceding -> preceding.uuid()).toArray()),
          index);
    }
  }
}
