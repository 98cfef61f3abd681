package io.tanlian.footprint.network;

import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.unit.Conversion;
import io.tanlian.footprint.activity.Activity;
import io.tanlian.footprint.activity.Input;
import io.tanlian.footprint.network.Supply.Estimated;
import io.tanlian.footprint.network.Supply.Missing;
import io.tanlian.footprint.network.Supply.Reason;
import io.tanlian.footprint.network.Supply.Supplied;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All declarations that a reader may use, and which of them serves which product. The order they
 * are given in does not matter. Loops are allowed.
 */
public final class SupplyNetwork {

  private final Map<StatementId, Activity> byStatement;
  private final Map<ProductId, Activity> latest;
  private final Map<ProductId, Activity> latestActive;

  private SupplyNetwork(
      Map<StatementId, Activity> byStatement,
      Map<ProductId, Activity> latest,
      Map<ProductId, Activity> latestActive) {
    this.byStatement = byStatement;
    this.latest = latest;
    this.latestActive = latestActive;
  }

  /**
   * The network of these declarations.
   *
   * @throws IllegalArgumentException if one statement is given twice
   */
  public static SupplyNetwork of(Collection<Activity> activities) {
    Map<StatementId, Activity> byStatement = new HashMap<>();
    Map<ProductId, Activity> latest = new HashMap<>();
    Map<ProductId, Activity> latestActive = new HashMap<>();
    for (Activity activity : activities) {
      if (byStatement.put(activity.pin().statement(), activity) != null) {
        throw new IllegalArgumentException(
            "statement %s is given twice".formatted(activity.pin().statement()));
      }
      for (ProductId product : activity.products()) {
        latest.merge(product, activity, SupplyNetwork::later);
        if (activity.lapse().isEmpty()) {
          latestActive.merge(product, activity, SupplyNetwork::later);
        }
      }
    }
    return new SupplyNetwork(byStatement, latest, latestActive);
  }

  private static Activity later(Activity first, Activity second) {
    return first.pin().index() > second.pin().index() ? first : second;
  }

  public Optional<Activity> activity(StatementId statement) {
    return Optional.ofNullable(byStatement.get(statement));
  }

  /**
   * The declaration of a product with the highest index that is not deprecated, superseded or
   * withdrawn.
   */
  public Optional<Activity> latestActive(ProductId product) {
    return Optional.ofNullable(latestActive.get(product));
  }

  /**
   * What serves an input: the statement it names; else the latest active declaration of its
   * product; else, where neither gives a figure, its own secondary factor.
   */
  public Supply supplyOf(Input input) {
    Optional<Activity> supplier =
        input
            .statement()
            .map(this::activity)
            .orElseGet(() -> latestActive(input.product()))
            .filter(activity -> activity.products().contains(input.product()));
    Supply supply =
        supplier.map(activity -> supplyFrom(activity, input)).orElseGet(() -> none(input));
    return supply instanceof Missing missing
        ? input
            .factor()
            .<Supply>map(factor -> new Estimated(factor, instead(missing)))
            .orElse(supply)
        : supply;
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

  private Missing none(Input input) {
    if (input.statement().isPresent()) {
      return new Missing(
          Reason.STATEMENT_UNKNOWN,
          "statement %s is not a declaration of %s that is known here"
              .formatted(input.statement().get(), input.product()));
    }
    if (latest.containsKey(input.product())) {
      return new Missing(
          Reason.NO_ACTIVE_DECLARATION,
          "every declaration of %s is deprecated, superseded or withdrawn"
              .formatted(input.product()));
    }
    return new Missing(Reason.NOT_DECLARED, "nobody declared %s".formatted(input.product()));
  }

  private static Optional<String> instead(Missing missing) {
    return missing.reason() == Reason.NOT_DECLARED
        ? Optional.empty()
        : Optional.of(missing.words());
  }
}
