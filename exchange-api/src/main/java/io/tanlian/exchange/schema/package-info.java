/** The published JSON Schemas of the statement types. */
@NullMarked
package io.tanlian.exchange.schema;

import org.jspecify.annotations.NullMarked;
