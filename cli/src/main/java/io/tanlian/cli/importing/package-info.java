/** Import of what suppliers keep in spreadsheets. */
@NullMarked
package io.tanlian.cli.importing;

import org.jspecify.annotations.NullMarked;
