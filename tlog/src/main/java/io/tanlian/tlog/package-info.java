@NullMarked
package io.tanlian.tlog;

import org.jspecify.annotations.NullMarked;
