package io.tanlian.verifier.lineage;

import io.tanlian.contracts.declaration.ProductFootprintDeclaration;
import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.Urn;
import io.tanlian.contracts.received.FootprintReceived;
import io.tanlian.contracts.received.ReceivedFootprint;
import io.tanlian.contracts.sharing.GrantedPart;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.footprint.activity.Activity;
import io.tanlian.footprint.activity.DeclarationReader;
import io.tanlian.footprint.activity.Input;
import io.tanlian.footprint.activity.Lapse;
import io.tanlian.footprint.activity.Pin;
import io.tanlian.footprint.activity.Recipe;
import io.tanlian.footprint.activity.RecipeDisclosure;
import io.tanlian.verifier.state.KnownStatement;
import io.tanlian.verifier.state.LedgerState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongFunction;

/** What a reader can compute with of a declaration, given what is disclosed. */
public final class Activities {
  private Activities() {}

  /**
   * The activity a statement declares; empty if it is no declaration.
   *
   * @param leafHash of its entry, 64 hexadecimal digits
   */
  public static Optional<Activity> of(KnownStatement known, String leafHash) {
    if (!(known.statement().claim()
        instanceof Claim.Declared(ProductFootprintDeclaration declaration))) {
      return Optional.empty();
    }
    return Optional.of(
        canonical(
            DeclarationReader.activity(
                declaration,
                new Pin(known.id(), known.index(), leafHash),
                known.issuer(),
                disclosure(known),
                lapse(known))));
  }

  /**
   * All that can be computed with: what is declared, and, for products that nobody declares, the
   * newest footprint that was received from another host, which nobody signed. It counts with its
   * figures; what is behind it is not known.
   *
   * @param leafHash of an entry by its index, 64 hexadecimal digits
   */
  public static List<Activity> all(LedgerState state, LongFunction<String> leafHash) {
    List<Activity> activities = new ArrayList<>();
    Set<ProductId> supplied = new HashSet<>();
    for (KnownStatement known : state.declarations()) {
      Optional<Activity> activity = of(known, leafHash.apply(known.index()));
      activity.ifPresent(one -> {
        activities.add(one);
        supplied.addAll(one.products());
      });
    }
    for (KnownStatement known : state.received().reversed()) {
      received(known, leafHash.apply(known.index()))
          .filter(one -> Collections.disjoint(supplied, one.products()))
          .ifPresent(one -> {
            activities.add(one);
            supplied.addAll(one.products());
          });
    }
    return List.copyOf(activities);
  }

  private static Optional<Activity> received(KnownStatement known, String leafHash) {
    return known.statement().claim()
                instanceof Claim.Received(FootprintReceived(ReceivedFootprint received))
            && received != null
        ? Optional.of(
            canonical(
                DeclarationReader.activity(
                    new ProductFootprintDeclaration(
                        received.footprint(), null, List.of(), new TreeMap<>()),
                    new Pin(known.id(), known.index(), leafHash),
                    known.issuer(),
                    RecipeDisclosure.PARTIAL,
                    lapse(known))))
        : Optional.empty();
  }

  /** The one spelling by which equivalent names of a product (RFC 8141) find each other. */
  public static ProductId canonical(ProductId product) {
    return new ProductId(new Urn(product.urn().normalized()));
  }

  private static Activity canonical(Activity activity) {
    return new Activity(
        activity.pin(),
        activity.issuer(),
        activity.products().stream().map(Activities::canonical).toList(),
        activity.recipe().map(Activities::canonical),
        activity.declared(),
        activity.lapse());
  }

  private static Recipe canonical(Recipe recipe) {
    return new Recipe(
        recipe.output(),
        recipe.inputs().stream().map(Activities::canonical).toList(),
        recipe.directEmissions());
  }

  private static Input canonical(Input input) {
    return new Input(
        canonical(input.product()),
        input.direction(),
        input.quantity(),
        input.statement(),
        input.factor(),
        input.recycled());
  }

  private static RecipeDisclosure disclosure(KnownStatement known) {
    return known.withheld().contains(GrantedPart.INPUTS)
            || known.withheld().contains(GrantedPart.DIRECT_EMISSIONS)
        ? RecipeDisclosure.PARTIAL
        : RecipeDisclosure.WHOLE;
  }

  private static Optional<Lapse> lapse(KnownStatement known) {
    return known
        .withdrawn()
        .map(ended -> new Lapse(Lapse.Cause.WITHDRAWN, ended.issuedAt()))
        .or(() ->
            known.superseded().map(ended -> new Lapse(Lapse.Cause.SUPERSEDED, ended.issuedAt())));
  }
}
