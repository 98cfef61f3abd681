package io.tanlian.footprint.network;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.unit.Conversion;
import io.tanlian.footprint.activity.Activity;
import io.tanlian.footprint.activity.Input;
import io.tanlian.footprint.network.Supply.AllRecycled;
import io.tanlian.footprint.network.Supply.Estimated;
import io.tanlian.footprint.network.Supply.Missing;
import io.tanlian.footprint.network.Supply.Reason;
import io.tanlian.footprint.network.Supply.Supplied;
import io.tanlian.footprint.recycling.InputBurden;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All declarations that a reader may use, and which of them serves which product. The order they
 * are given in does not matter. Loops are allowed.
 *
 * <p>Anybody can declare any product. A later declaration replaces an earlier one of the same
 * issuer only; between issuers nothing here chooses.
 */
public final class SupplyNetwork {

  private final Map<StatementId, Activity> byStatement;
  private final Set<ProductId> declared;
  private final Map<ProductId, SortedMap<ParticipantId, Activity>> active;

  private SupplyNetwork(
      Map<StatementId, Activity> byStatement,
      Set<ProductId> declared,
      Map<ProductId, SortedMap<ParticipantId, Activity>> active) {
    this.byStatement = byStatement;
    this.declared = declared;
    this.active = active;
  }

  /**
   * The network of these declarations.
   *
   * @throws IllegalArgumentException if one statement is given twice
   */
  public static SupplyNetwork of(Collection<Activity> activities) {
    Map<StatementId, Activity> byStatement = new HashMap<>();
    Set<ProductId> declared = new HashSet<>();
    Map<ProductId, SortedMap<ParticipantId, Activity>> active = new HashMap<>();
    for (Activity activity : activities) {
      if (byStatement.put(activity.pin().statement(), activity) != null) {
        throw new IllegalArgumentException(
            "statement %s is given twice".formatted(activity.pin().statement()));
      }
      for (ProductId product : activity.products()) {
        declared.add(product);
        if (activity.lapse().isEmpty()) {
          active
              .computeIfAbsent(
                  product, _ -> new TreeMap<>(Comparator.comparing(ParticipantId::value)))
              .merge(activity.issuer(), activity, SupplyNetwork::later);
        }
      }
    }
    return new SupplyNetwork(byStatement, declared, active);
  }

  private static Activity later(Activity first, Activity second) {
    return first.pin().index() > second.pin().index() ? first : second;
  }

  public Optional<Activity> activity(StatementId statement) {
    return Optional.ofNullable(byStatement.get(statement));
  }

  /**
   * For each participant that declares a product, the declaration with the highest index that is
   * not deprecated, superseded or withdrawn; in the order of the participants' ids.
   */
  public List<Activity> active(ProductId product) {
    SortedMap<ParticipantId, Activity> byIssuer = active.get(product);
    return byIssuer == null ? List.of() : List.copyOf(byIssuer.values());
  }

  /**
   * What serves an input: the statement it names; else the latest active declaration of its
   * product, if all are of one participant; else, where neither gives a figure, its own secondary
   * factor. Nothing serves an input of which no primary material counts.
   */
  public Supply supplyOf(Input input) {
    if (!InputBurden.of(input).needsPrimary()) {
      return new AllRecycled();
    }
    Supply supply =
        input
            .statement()
            .map(statement -> pinned(statement, input))
            .orElseGet(() -> unpinned(input));
    return supply instanceof Missing missing
        ? input
            .factor()
            .<Supply>map(factor -> new Estimated(factor, instead(missing)))
            .orElse(supply)
        : supply;
  }

  private Supply pinned(StatementId statement, Input input) {
    return activity(statement)
        .filter(activity -> activity.products().contains(input.product()))
        .map(activity -> supplyFrom(activity, input))
        .orElseGet(() ->
            new Missing(
                Reason.STATEMENT_UNKNOWN,
                "statement %s is not a declaration of %s that is known here"
                    .formatted(statement, input.product())));
  }

  private Supply unpinned(Input input) {
    List<Activity> suppliers = active(input.product());
    return switch (suppliers.size()) {
      case 0 -> none(input.product());
      case 1 -> supplyFrom(suppliers.getFirst(), input);
      default ->
          new Missing(
              Reason.SEVERAL_SUPPLIERS,
              "%d participants declare %s: the line must name its supplier's statement"
                  .formatted(suppliers.size(), input.product()));
    };
  }

  private Missing none(ProductId product) {
    return declared.contains(product)
        ? new Missing(
            Reason.NO_ACTIVE_DECLARATION,
            "every declaration of %s that is known here is deprecated, superseded or withdrawn"
                .formatted(product))
        : new Missing(
            Reason.NOT_DECLARED,
            "no declaration of %s is known here: it is not declared, or not shared"
                .formatted(product));
  }

  private static Supply supplyFrom(Activity supplier, Input input) {
    if (Step.of(supplier).isEmpty()) {
      return new Missing(
          Reason.NOT_DISCLOSED,
          "the figures of %s are not disclosed: ask its owner for a grant"
              .formatted(supplier.pin().statement()));
    }
    return switch (supplier.declared().unit().express(input.quantity())) {
      case Conversion.Converted(var quantity) -> new Supplied(supplier, quantity.amount());
      case Conversion.Refused(String reason) -> new Missing(Reason.UNIT_NOT_CONVERTIBLE, reason);
    };
  }

  private static Optional<String> instead(Missing missing) {
    return missing.reason() == Reason.NOT_DECLARED
        ? Optional.empty()
        : Optional.of(missing.words());
  }
}
