/** The offline audit: copies the history, trusts none of it, and computes everything again. */
@NullMarked
package io.tanlian.verifier.audit;

import org.jspecify.annotations.NullMarked;
