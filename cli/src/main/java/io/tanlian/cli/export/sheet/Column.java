package io.tanlian.cli.export.sheet;

/**
 * A column of a spreadsheet.
 *
 * @param header what it holds, with the unit where there is one
 * @param widthChars how many characters wide it is
 */
public record Column(String header, int widthChars) {}
