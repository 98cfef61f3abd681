/** What is left of every batch: the arithmetic of material that is used once. */
@NullMarked
package io.tanlian.verifier.stock;

import org.jspecify.annotations.NullMarked;
