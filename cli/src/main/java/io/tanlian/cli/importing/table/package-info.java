/** Tables in files, CSV and Office Open XML, read row by row within limits. */
@NullMarked
package io.tanlian.cli.importing.table;

import org.jspecify.annotations.NullMarked;
