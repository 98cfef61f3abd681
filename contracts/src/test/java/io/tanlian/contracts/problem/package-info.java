@NullMarked
package io.tanlian.contracts.problem;

import org.jspecify.annotations.NullMarked;
