/**
 * {@code tanlian recovery}, {@code content} and {@code electricity}: what is declared beside rule
 * packs' thresholds.
 */
@NullMarked
package io.tanlian.cli.judgement;

import org.jspecify.annotations.NullMarked;
