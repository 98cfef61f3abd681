/** {@code tanlian recovery} and {@code content}: what is declared beside rule packs' thresholds. */
@NullMarked
package io.tanlian.cli.judgement;

import org.jspecify.annotations.NullMarked;
