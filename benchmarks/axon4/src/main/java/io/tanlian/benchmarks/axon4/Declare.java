package io.tanlian.benchmarks.axon4;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Asks for one more declaration of a product. */
record Declare(@TargetAggregateIdentifier String product, String issuer, String statement) {}
