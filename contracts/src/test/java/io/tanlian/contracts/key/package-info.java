@NullMarked
package io.tanlian.contracts.key;

import org.jspecify.annotations.NullMarked;
