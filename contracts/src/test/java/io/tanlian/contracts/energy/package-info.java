@NullMarked
package io.tanlian.contracts.energy;

import org.jspecify.annotations.NullMarked;
