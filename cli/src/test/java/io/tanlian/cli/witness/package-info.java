/** Tests of the witness. */
@NullMarked
package io.tanlian.cli.witness;

import org.jspecify.annotations.NullMarked;
