package io.tanlian.footprint.network;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.ProductId;
import java.util.List;
import java.util.stream.Collectors;

/** Why a footprint cannot be computed. */
public sealed interface Refusal {

  /** What is wrong, naming the products. */
  String words();

  /** What to do about it, a sentence. */
  String remedy();

  /** No active declaration of the product is known. */
  record NothingDeclared(ProductId product) implements Refusal {
    @Override
    public String words() {
      return "no active declaration of %s is known here".formatted(product);
    }

    @Override
    public String remedy() {
      return "Publish a declaration of the product, or ask its supplier for a grant.";
    }
  }

  /**
   * More than one participant declares the product, and nothing says whose is meant: whoever
   * declares last must not decide.
   *
   * @param issuers in the order of their ids
   */
  record SeveralSuppliers(ProductId product, List<ParticipantId> issuers) implements Refusal {
    public SeveralSuppliers {
      issuers = List.copyOf(issuers);
    }

    @Override
    public String words() {
      return "%d participants declare %s: %s"
          .formatted(
              issuers.size(), product, named(issuers.stream().map(ParticipantId::value).toList()));
    }

    @Override
    public String remedy() {
      return "Ask for a product of your own whose input names the supplier's statement.";
    }
  }

  /** Neither the recipe nor the figures of the product are disclosed. */
  record NotDisclosed(ProductId product) implements Refusal {
    @Override
    public String words() {
      return "the figures of %s are not disclosed".formatted(product);
    }

    @Override
    public String remedy() {
      return "Ask its owner for a grant.";
    }
  }

  /**
   * The products need each other in amounts that leave nothing over: no footprint solves their
   * loop.
   */
  record UnproductiveLoop(List<ProductId> products) implements Refusal {
    @Override
    public String words() {
      return "the loop of %s uses up more than it makes".formatted(productsNamed(products));
    }

    @Override
    public String remedy() {
      return "Ask the suppliers in it to correct an amount or an output.";
    }
  }

  /** More activities need each other than are solved exactly. */
  record LoopTooLarge(List<ProductId> products, int activitiesMax) implements Refusal {
    @Override
    public String words() {
      return "%d products need each other, at most %d are solved at once: %s"
          .formatted(products.size(), activitiesMax, productsNamed(products));
    }

    @Override
    public String remedy() {
      return "Ask the suppliers of some of them to name the upstream statement they used.";
    }
  }

  private static String productsNamed(List<ProductId> products) {
    return named(products.stream().map(ProductId::value).toList());
  }

  private static String named(List<String> ids) {
    int shown = Math.min(ids.size(), 10);
    String names = ids.stream().limit(shown).collect(Collectors.joining(", "));
    return ids.size() == shown ? names : names + " and others";
  }
}
