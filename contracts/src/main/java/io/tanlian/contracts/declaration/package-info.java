/** What a participant declares about a product: its footprint and how it was calculated. */
@NullMarked
package io.tanlian.contracts.declaration;

import org.jspecify.annotations.NullMarked;
