@NullMarked
package io.tanlian.cli.export;

import org.jspecify.annotations.NullMarked;
