/** The computed supply-chain footprint and what explains it. */
@NullMarked
package io.tanlian.footprint.rollup;

import org.jspecify.annotations.NullMarked;
