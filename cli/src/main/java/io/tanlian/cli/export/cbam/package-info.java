/** From declarations to a CBAM communication sheet, and its spreadsheet. */
@NullMarked
package io.tanlian.cli.export.cbam;

import org.jspecify.annotations.NullMarked;
