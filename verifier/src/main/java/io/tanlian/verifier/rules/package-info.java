/** One rule a file: what makes a statement refused, doubtful or impossible to judge. */
@NullMarked
package io.tanlian.verifier.rules;

import org.jspecify.annotations.NullMarked;
