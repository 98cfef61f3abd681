@NullMarked
package io.tanlian.contracts;

import org.jspecify.annotations.NullMarked;
