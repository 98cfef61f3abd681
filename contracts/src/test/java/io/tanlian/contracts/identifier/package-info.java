@NullMarked
package io.tanlian.contracts.identifier;

import org.jspecify.annotations.NullMarked;
