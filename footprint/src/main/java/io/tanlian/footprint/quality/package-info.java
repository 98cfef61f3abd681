/** How good a figure is: primary data share, data quality rating, exemptions. */
@NullMarked
package io.tanlian.footprint.quality;

import org.jspecify.annotations.NullMarked;
