/** Taking a statement back. */
@NullMarked
package io.tanlian.contracts.withdrawal;

import org.jspecify.annotations.NullMarked;
