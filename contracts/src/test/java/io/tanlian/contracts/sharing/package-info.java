@NullMarked
package io.tanlian.contracts.sharing;

import org.jspecify.annotations.NullMarked;
