/** Tests of how witnesses are configured and which checkpoint they are asked for. */
@NullMarked
package io.tanlian.exchange.witness;

import org.jspecify.annotations.NullMarked;
