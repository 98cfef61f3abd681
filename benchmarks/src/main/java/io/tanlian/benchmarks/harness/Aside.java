package io.tanlian.benchmarks.harness;

/**
 * A figure for orientation, with nothing to reach.
 *
 * @param comparison that it was measured with
 * @param what it is, with its unit
 * @param figure the median of the rounds
 */
public record Aside(String comparison, String what, double figure) {}
