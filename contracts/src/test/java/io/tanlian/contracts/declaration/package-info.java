@NullMarked
package io.tanlian.contracts.declaration;

import org.jspecify.annotations.NullMarked;
