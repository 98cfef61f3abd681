package io.tanlian.footprint.network;

import io.tanlian.contracts.identifier.ProductId;
import java.util.List;
import java.util.stream.Collectors;

/** Why a footprint cannot be computed. */
public sealed interface Refusal {

  /** A sentence that names the products and the remedy. */
  String words();

  /** No active declaration of the product is known. */
  record NothingDeclared(ProductId product) implements Refusal {
    @Override
    public String words() {
      return "no active declaration of %s is known: its supplier declares it first"
          .formatted(product);
    }
  }

  /** Neither the recipe nor the figures of the product are disclosed. */
  record NotDisclosed(ProductId product) implements Refusal {
    @Override
    public String words() {
      return "the figures of %s are not disclosed: ask its owner for a grant".formatted(product);
    }
  }

  /**
   * The products need each other in amounts that leave nothing over: no footprint solves their
   * loop.
   */
  record UnproductiveLoop(List<ProductId> products) implements Refusal {
    @Override
    public String words() {
      return "the loop of %s uses up more than it makes: correct an amount or an output in it"
          .formatted(named(products));
    }
  }

  /** More activities need each other than are solved exactly. */
  record LoopTooLarge(List<ProductId> products, int activitiesMax) implements Refusal {
    @Override
    public String words() {
      return "%d products need each other, at most %d are solved at once: pin an upstream statement in some of %s"
          .formatted(products.size(), activitiesMax, named(products));
    }
  }

  private static String named(List<ProductId> products) {
    int shown = Math.min(products.size(), 10);
    String names =
        products.stream().limit(shown).map(ProductId::value).collect(Collectors.joining(", "));
    return products.size() == shown ? names : names + " and others";
  }
}
