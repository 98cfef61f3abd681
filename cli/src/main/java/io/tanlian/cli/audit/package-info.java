/** {@code tanlian audit}: the offline audit, fed over HTTP. */
@NullMarked
package io.tanlian.cli.audit;

import org.jspecify.annotations.NullMarked;
