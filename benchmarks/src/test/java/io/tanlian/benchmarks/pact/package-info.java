@NullMarked
package io.tanlian.benchmarks.pact;

import org.jspecify.annotations.NullMarked;
