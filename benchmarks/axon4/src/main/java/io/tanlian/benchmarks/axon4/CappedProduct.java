package io.tanlian.benchmarks.axon4;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The rule: a product takes a limited number of declarations. */
class CappedProduct {
  /** The same as on the other side of the comparison. */
  static final int DECLARATIONS_MAX = 16;

  @AggregateIdentifier private @Nullable String product;
  private int declarations;

  /** Whether it was accepted; a refusal is an answer, not an exception. */
  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  boolean declare(Declare command) {
    if (declarations >= DECLARATIONS_MAX) {
      return false;
    }
    apply(new Declared(command.product(), command.issuer(), command.statement()));
    return true;
  }

  @EventSourcingHandler
  void on(Declared declared) {
    product = declared.product();
    declarations++;
  }

  @Override
  public String toString() {
    return "%s with %d declarations".formatted(product, declarations);
  }
}
