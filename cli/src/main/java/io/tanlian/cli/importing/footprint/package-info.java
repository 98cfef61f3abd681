/** Rows of a table as declarations of product footprints: the columns, the template, the import. */
@NullMarked
package io.tanlian.cli.importing.footprint;

import org.jspecify.annotations.NullMarked;
