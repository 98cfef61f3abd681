package io.tanlian.verifier.lineage;

import io.tanlian.contracts.declaration.ProductFootprintDeclaration;
import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.Urn;
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
import java.util.Optional;

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
