/** {@code tanlian export}: documents for authorities and customers, with their evidence. */
@NullMarked
package io.tanlian.cli.export;

import org.jspecify.annotations.NullMarked;
