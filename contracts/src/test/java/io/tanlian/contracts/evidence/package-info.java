@NullMarked
package io.tanlian.contracts.evidence;

import org.jspecify.annotations.NullMarked;
