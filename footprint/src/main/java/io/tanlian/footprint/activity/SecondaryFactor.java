package io.tanlian.footprint.activity;

/**
 * Secondary data for an input whose supplier's figure is unknown.
 *
 * @param source name and version of the database it comes from
 * @param perUnit for one unit of the input's quantity
 */
public record SecondaryFactor(String source, Figures perUnit) {}
