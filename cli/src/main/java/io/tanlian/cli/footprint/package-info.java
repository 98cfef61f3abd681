/** {@code tanlian footprint}: a product's roll-up. */
@NullMarked
package io.tanlian.cli.footprint;

import org.jspecify.annotations.NullMarked;
