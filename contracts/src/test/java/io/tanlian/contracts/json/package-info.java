@NullMarked
package io.tanlian.contracts.json;

import org.jspecify.annotations.NullMarked;
