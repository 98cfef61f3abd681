/** The world that the specifications of this module share. */
@NullMarked
package io.tanlian.verifier;

import org.jspecify.annotations.NullMarked;
