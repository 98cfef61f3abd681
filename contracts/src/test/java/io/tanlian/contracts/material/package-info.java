@NullMarked
package io.tanlian.contracts.material;

import org.jspecify.annotations.NullMarked;
