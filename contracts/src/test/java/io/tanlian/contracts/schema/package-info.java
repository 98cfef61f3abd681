@NullMarked
package io.tanlian.contracts.schema;

import org.jspecify.annotations.NullMarked;
