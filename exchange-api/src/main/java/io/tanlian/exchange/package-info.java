@NullMarked
package io.tanlian.exchange;

import org.jspecify.annotations.NullMarked;
