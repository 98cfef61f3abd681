@NullMarked
package io.tanlian.cli.terminal;

import org.jspecify.annotations.NullMarked;
