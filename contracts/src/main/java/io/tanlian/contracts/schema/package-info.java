/** The JSON Schemas of all claims, and what to tell whoever breaks one. */
@NullMarked
package io.tanlian.contracts.schema;

import org.jspecify.annotations.NullMarked;
