/** Which step serves which product, and the linear system they form. */
@NullMarked
package io.tanlian.footprint.network;

import org.jspecify.annotations.NullMarked;
