package io.tanlian.contracts.material;

import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.Urn;
import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import java.math.BigDecimal;
import java.time.Year;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * How much of a product is recycled, for what one plant makes of it in a year (Regulation (EU)
 * 2023/1542, article 8: per model, year and manufacturing plant). What is allocated to it is used
 * up.
 *
 * @param method how footprints count the recycled input; a claim has one
 * @param identities of the batteries claimed for, where they are few
 */
public record RecycledContentClaim(
    ProductId product,
    Urn plant,
    Year year,
    RecyclingMethod method,
    CustodyModel custody,
    List<Allocation> allocations,
    List<Denominator> denominators,
    List<RecycledShare> shares,
    List<IdentityCode> identities) {
  public RecycledContentClaim {
    allocations = List.copyOf(allocations);
    denominators = List.copyOf(denominators);
    shares = List.copyOf(shares);
    identities = List.copyOf(identities);
    Lots.requireDistinctBatches(allocations);
    requireDistinct(
        denominators.stream().map(d -> "the denominator of " + of(d.material(), d.boundary())));
    requireDistinct(
        shares.stream()
            .map(s ->
                "the %s share of %s"
                    .formatted(s.origin().wireName(), of(s.material(), s.boundary()))));
  }

  /**
   * The largest share that is claimed of any one material in one boundary, both origins together;
   * zero if none is.
   */
  public BigDecimal largestShare() {
    return shares.stream()
        .collect(
            Collectors.groupingBy(
                share -> of(share.material(), share.boundary()),
                Collectors.reducing(BigDecimal.ZERO, RecycledShare::share, BigDecimal::add)))
        .values()
        .stream()
        .max(Comparator.naturalOrder())
        .orElse(BigDecimal.ZERO);
  }

  public static RecycledContentClaim read(Fields in) {
    return new RecycledContentClaim(
        in.value("product", ProductId::parse),
        in.value("plant", Urn::new),
        in.value("year", RecycledContentClaim::year),
        in.value("method", RecyclingMethod::parse),
        in.value("custody", CustodyModel::parse),
        in.objects("allocations", Allocation::read),
        in.objects("denominators", Denominator::read),
        in.objects("shares", RecycledShare::read),
        in.values("identities", IdentityCode::new));
  }

  public ObjectNode toJson() {
    return new ObjectWriter()
        .value("product", product)
        .value("plant", plant)
        .value("year", year)
        .value("method", method.wireName())
        .value("custody", custody.wireName())
        .objects("allocations", allocations, Allocation::toJson)
        .objects("denominators", denominators, Denominator::toJson)
        .objects("shares", shares, RecycledShare::toJson)
        .listUnlessEmpty("identities", identities)
        .toJson();
  }

  private static Year year(String text) {
    if (!text.matches("[0-9]{4}")) {
      throw new IllegalArgumentException("a year is written 2026");
    }
    return Year.parse(text);
  }

  private static String of(Material material, Boundary boundary) {
    return "%s in %s".formatted(material, boundary.wireName());
  }

  private static void requireDistinct(Stream<String> lines) {
    Set<String> seen = new HashSet<>();
    lines
        .filter(line -> !seen.add(line))
        .findFirst()
        .ifPresent(twice -> {
          throw new IllegalArgumentException(twice + " stands twice: state it once");
        });
  }
}
