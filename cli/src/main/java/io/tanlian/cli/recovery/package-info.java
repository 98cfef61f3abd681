/** {@code tanlian recovery}: recovery rates beside the thresholds of rule packs. */
@NullMarked
package io.tanlian.cli.recovery;

import org.jspecify.annotations.NullMarked;
