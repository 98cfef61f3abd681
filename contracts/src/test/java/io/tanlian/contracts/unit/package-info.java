@NullMarked
package io.tanlian.contracts.unit;

import org.jspecify.annotations.NullMarked;
