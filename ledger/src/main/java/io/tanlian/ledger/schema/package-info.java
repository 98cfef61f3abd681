/** Creates the ledger's tables, and refuses a database that would not keep its promises. */
@NullMarked
package io.tanlian.ledger.schema;

import org.jspecify.annotations.NullMarked;
