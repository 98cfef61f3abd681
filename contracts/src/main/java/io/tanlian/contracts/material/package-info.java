/** Recovered material: what a recycler declares of it, and how it is measured. */
@NullMarked
package io.tanlian.contracts.material;

import org.jspecify.annotations.NullMarked;
