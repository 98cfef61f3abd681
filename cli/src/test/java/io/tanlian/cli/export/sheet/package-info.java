@NullMarked
package io.tanlian.cli.export.sheet;

import org.jspecify.annotations.NullMarked;
