@NullMarked
package io.tanlian.verifier;

import org.jspecify.annotations.NullMarked;
