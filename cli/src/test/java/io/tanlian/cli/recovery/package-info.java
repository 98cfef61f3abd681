@NullMarked
package io.tanlian.cli.recovery;

import org.jspecify.annotations.NullMarked;
