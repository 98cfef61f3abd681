package io.tanlian.benchmarks.harness;

/**
 * What a comparison asks.
 *
 * @param name what is compared with what
 * @param unit of both sides' figures
 * @param better which way the ratio is good
 * @param reach what the ratio of our figure to the other must reach
 * @param conditions under which it is measured, without rounds and machine
 */
public record Goal(String name, String unit, Better better, double reach, String conditions) {}
