@NullMarked
package io.tanlian.footprint;

import org.jspecify.annotations.NullMarked;
