/** {@code tanlian material}: where material came from, where it went, and how it is passed on. */
@NullMarked
package io.tanlian.cli.material;

import org.jspecify.annotations.NullMarked;
