package io.tanlian.contracts.sharing;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * The issuer's consent that a recipient may see concealed parts of its statements, for a purpose,
 * before a moment.
 */
public record Grant(
    ParticipantId recipient,
    GrantScope scope,
    Set<GrantedPart> parts,
    String purpose,
    Instant validUntil) {
  public Grant {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException(
          "a grant names at least one part: figures, inputs or directEmissions");
    }
    if (purpose.isBlank()) {
      throw new IllegalArgumentException("a grant has a purpose: say what the parts are used for");
    }
    parts = Collections.unmodifiableSet(EnumSet.copyOf(parts));
  }

  /** Whether this grant still holds at a moment, if it has not been withdrawn. */
  public boolean holdsAt(Instant moment) {
    return moment.isBefore(validUntil);
  }

  public static Grant read(Fields in) {
    return new Grant(
        in.value("recipient", ParticipantId::parse),
        scope(in),
        Set.copyOf(in.values("parts", GrantedPart::parse)),
        in.text("purpose"),
        in.value("validUntil", Grant::moment));
  }

  public ObjectNode toJson() {
    ObjectWriter out = new ObjectWriter().value("recipient", recipient);
    switch (scope) {
      case GrantScope.AllProducts() ->
          out.list("products", List.of(GrantScope.AllProducts.WIRE_NAME));
      case GrantScope.Products(List<ProductId> products) -> out.list("products", products);
      case GrantScope.Statements(List<StatementId> statements) ->
          out.list("statements", statements);
    }
    return out.list("parts", parts.stream().map(GrantedPart::wireName).toList())
        .value("purpose", purpose)
        .value("validUntil", validUntil)
        .toJson();
  }

  private static GrantScope scope(Fields in) {
    if (in.has("products") == in.has("statements")) {
      throw new IllegalArgumentException(
          "a grant names either products or statements, one of both");
    }
    if (in.has("statements")) {
      return new GrantScope.Statements(in.values("statements", StatementId::parse));
    }
    List<String> names = in.values("products", name -> name);
    return names.equals(List.of(GrantScope.AllProducts.WIRE_NAME))
        ? new GrantScope.AllProducts()
        : new GrantScope.Products(in.values("products", ProductId::parse));
  }

  private static Instant moment(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException otherForm) {
      throw new IllegalArgumentException("a moment is written 2027-01-31T00:00:00Z", otherForm);
    }
  }
}
