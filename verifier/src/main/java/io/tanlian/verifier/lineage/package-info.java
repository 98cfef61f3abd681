/** From declarations as they are stated to the activities that footprints are computed from. */
@NullMarked
package io.tanlian.verifier.lineage;

import org.jspecify.annotations.NullMarked;
