/** Files a command reads and writes, with plain words where that fails. */
@NullMarked
package io.tanlian.cli.file;

import org.jspecify.annotations.NullMarked;
