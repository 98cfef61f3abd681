/** Spreadsheets: typed cells, and the writing of them as Office Open XML. */
@NullMarked
package io.tanlian.cli.export.sheet;

import org.jspecify.annotations.NullMarked;
