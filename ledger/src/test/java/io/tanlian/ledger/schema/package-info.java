@NullMarked
package io.tanlian.ledger.schema;

import org.jspecify.annotations.NullMarked;
