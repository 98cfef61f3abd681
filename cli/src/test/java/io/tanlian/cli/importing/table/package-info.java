@NullMarked
package io.tanlian.cli.importing.table;

import org.jspecify.annotations.NullMarked;
