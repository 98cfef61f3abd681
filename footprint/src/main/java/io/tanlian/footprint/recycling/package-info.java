/** What recycled input does to a footprint: cut-off and the Circular Footprint Formula. */
@NullMarked
package io.tanlian.footprint.recycling;

import org.jspecify.annotations.NullMarked;
