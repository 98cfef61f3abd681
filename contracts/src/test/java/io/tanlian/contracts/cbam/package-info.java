@NullMarked
package io.tanlian.contracts.cbam;

import org.jspecify.annotations.NullMarked;
