/** What the versions of the PACT protocol have in common. */
@NullMarked
package io.tanlian.contracts.pact;

import org.jspecify.annotations.NullMarked;
