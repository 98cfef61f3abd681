package io.tanlian.contracts.pact.event;

import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.pact.PactVersion;
import io.tanlian.contracts.pact.v3.FootprintCriteria;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.problem.ProblemCode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Which footprints a RequestCreated event asks for, whichever version's words it uses. */
public final class RequestCriteria {
  private static final String CPC = "urn:pact:productclassification:un-cpc:";
  private static final List<String> PLACES =
      List.of("geographyRegionOrSubregion", "geographyCountry", "geographyCountrySubdivision");

  private static final Set<String> SAID_IN_V2 = Set.of("productId", "companyId", "comment");

  private RequestCriteria() {}

  /**
   * The criteria in an event's {@code data}.
   *
   * <p>PACT v2 asks with a fragment of a footprint. Of it the ids, the category, the place and the
   * status are criteria; figures, names and texts are not, for a requester cannot know them.
   */
  public static Outcome<FootprintCriteria> of(PactVersion version, ObjectNode data) {
    return switch (version) {
      case V3 -> FootprintCriteria.ofEvent(data);
      case V2 ->
          Fields.read(
              data,
              in -> {
                in.leaveRest();
                return in.object("pf", RequestCriteria::ofFragment);
              });
    };
  }

  /**
   * The {@code data} of an event of this version that asks for the same.
   *
   * <p>Version 2 asks with a fragment of a footprint: products and companies have a place in it,
   * another criterion is refused by its name.
   *
   * @param criteria the {@code data} of a RequestCreatedEvent of version 3
   */
  public static Outcome<ObjectNode> data(PactVersion version, ObjectNode criteria) {
    if (version == PactVersion.V3) {
      return Outcome.accepted(criteria);
    }
    Set<String> unsaid = new TreeSet<>(criteria.propertyNames());
    unsaid.removeAll(SAID_IN_V2);
    if (!unsaid.isEmpty()) {
      String field = unsaid.iterator().next();
      return Outcome.refused(
          new Problem(
              ProblemCode.REQUEST_INVALID,
              "/" + field,
              "A host that speaks PACT 2 only cannot be asked by " + field + ".",
              "Ask by productId or companyId."));
    }
    ObjectNode fragment = JsonNodeFactory.instance.objectNode();
    copy(criteria, "productId", fragment, "productIds");
    copy(criteria, "companyId", fragment, "companyIds");
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.set("pf", fragment);
    copy(criteria, "comment", data, "comment");
    return Outcome.accepted(data);
  }

  private static void copy(ObjectNode from, String name, ObjectNode to, String as) {
    if (from.has(name)) {
      to.set(as, from.get(name));
    }
  }

  private static FootprintCriteria ofFragment(Fields in) {
    Set<String> classifications =
        new LinkedHashSet<>(in.values("productClassifications", UnaryOperator.identity()));
    optional(in.textOrNull("productCategoryCpc")).map(CPC::concat).forEach(classifications::add);
    FootprintCriteria criteria =
        new FootprintCriteria(
            names(in, "productIds"),
            names(in, "companyIds"),
            places(in),
            classifications,
            null,
            null,
            null,
            optional(in.textOrNull("status")).collect(Collectors.toSet()));
    in.leaveRest();
    return criteria;
  }

  private static Set<String> places(Fields in) {
    Set<String> places =
        in.objectOrNull(
            "pcf",
            pcf -> {
              Set<String> stated =
                  PLACES.stream()
                      .flatMap(level -> optional(pcf.textOrNull(level)))
                      .collect(Collectors.toSet());
              pcf.leaveRest();
              return stated;
            });
    return places == null ? Set.of() : places;
  }

  private static Set<String> names(Fields in, String name) {
    List<String> values = in.values(name, UnaryOperator.identity());
    if (values.size() > FootprintCriteria.valuesMax) {
      throw new IllegalArgumentException(
          "%s has at most %d values, not %d"
              .formatted(name, FootprintCriteria.valuesMax, values.size()));
    }
    return new LinkedHashSet<>(values);
  }

  private static Stream<String> optional(@Nullable String value) {
    return Stream.ofNullable(value);
  }
}
