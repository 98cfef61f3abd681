@NullMarked
package io.tanlian.verifier.material;

import org.jspecify.annotations.NullMarked;
