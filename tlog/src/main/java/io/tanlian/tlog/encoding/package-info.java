/** Strict readings of UTF-8, base64 and decimals: one value, one spelling. */
@NullMarked
package io.tanlian.tlog.encoding;

import org.jspecify.annotations.NullMarked;
