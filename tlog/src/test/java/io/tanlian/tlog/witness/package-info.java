/** Tests of what a witness is asked and answers. */
@NullMarked
package io.tanlian.tlog.witness;

import org.jspecify.annotations.NullMarked;
