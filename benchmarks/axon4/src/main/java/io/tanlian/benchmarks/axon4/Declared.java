package io.tanlian.benchmarks.axon4;

/** A declaration was accepted. */
record Declared(String product, String issuer, String statement) {}
