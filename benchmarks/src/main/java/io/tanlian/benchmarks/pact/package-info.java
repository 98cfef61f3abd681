/** The PACT API of a whole node under load, beside a plain list over the same HTTP stack. */
@NullMarked
package io.tanlian.benchmarks.pact;

import org.jspecify.annotations.NullMarked;
