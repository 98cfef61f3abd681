/** {@code tanlian admit}, {@code enrol} and {@code client}: how an operator lets companies in. */
@NullMarked
package io.tanlian.cli.participant;

import org.jspecify.annotations.NullMarked;
