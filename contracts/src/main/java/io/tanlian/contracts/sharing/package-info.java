/** Consent that somebody else may see concealed parts of a statement. */
@NullMarked
package io.tanlian.contracts.sharing;

import org.jspecify.annotations.NullMarked;
