/** Signed statements: what a participant claims, how it is signed and how it is read. */
@NullMarked
package io.tanlian.contracts.statement;

import org.jspecify.annotations.NullMarked;
